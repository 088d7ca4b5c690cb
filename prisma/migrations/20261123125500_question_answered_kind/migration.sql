ALTER TYPE "MessageKind" ADD VALUE 'questionAnswered';
