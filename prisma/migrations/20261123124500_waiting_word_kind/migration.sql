ALTER TYPE "MessageKind" ADD VALUE 'waitingWord';
