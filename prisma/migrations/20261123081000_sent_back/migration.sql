-- CreateEnum
CREATE TYPE "SendBackReason" AS ENUM ('lookingUp', 'askingColleague', 'preparing', 'technical', 'otherFirst');

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "sentBackAt" TIMESTAMPTZ,
ADD COLUMN     "sentBackBehind" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sentBackReason" "SendBackReason",
ADD COLUMN     "sentBackRemark" TEXT,
ADD COLUMN     "spokenSeconds" INTEGER NOT NULL DEFAULT 0;

-- By hand from here on.

ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_sent_back_waits" CHECK ("sentBackAt" IS NULL OR state = 'waiting'),
  ADD CONSTRAINT "Conversation_sent_back_is_whole" CHECK (
    ("sentBackAt" IS NULL) = ("sentBackReason" IS NULL)
    AND ("sentBackAt" IS NOT NULL OR ("sentBackRemark" IS NULL AND NOT "sentBackBehind"))),
  ADD CONSTRAINT "Conversation_sent_back_remark_fits" CHECK (length("sentBackRemark") BETWEEN 1 AND 300),
  ADD CONSTRAINT "Conversation_spoken_is_past" CHECK ("spokenSeconds" >= 0);
