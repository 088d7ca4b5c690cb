-- AlterEnum
ALTER TYPE "MessageKind" ADD VALUE 'moved';
ALTER TYPE "MessageKind" ADD VALUE 'earlierTime';
ALTER TYPE "MessageKind" ADD VALUE 'missed';

-- AlterEnum
ALTER TYPE "DiscardReason" ADD VALUE 'offerSettled';
ALTER TYPE "DiscardReason" ADD VALUE 'notMissed';
