-- AlterEnum
ALTER TYPE "DiscardReason" ADD VALUE 'textsStopped';
ALTER TYPE "DiscardReason" ADD VALUE 'remindersChanged';
