ALTER TYPE "MessageKind" ADD VALUE 'delayed';
ALTER TYPE "MessageKind" ADD VALUE 'escalation';
