ALTER TYPE "MessageKind" ADD VALUE 'requestLink';
ALTER TYPE "DiscardReason" ADD VALUE 'requestSettled';
