ALTER TYPE "MessageKind" ADD VALUE 'companionMoved';
ALTER TYPE "MessageKind" ADD VALUE 'companionOff';
