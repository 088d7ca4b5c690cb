-- CreateEnum
CREATE TYPE "CallReason" AS ENUM ('bounced', 'unread');

-- CreateEnum
CREATE TYPE "CallResult" AS ENUM ('reached', 'messageLeft', 'noAnswer', 'wrongNumber');

-- AlterEnum
ALTER TYPE "DiscardReason" ADD VALUE 'noLongerLate';
ALTER TYPE "DiscardReason" ADD VALUE 'alreadyRead';

-- AlterEnum
ALTER TYPE "MessageState" ADD VALUE 'read';

-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN     "toldStartAt" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "language" "Language",
ADD COLUMN     "readAt" TIMESTAMPTZ,
ADD COLUMN     "sentTo" TEXT;

-- CreateTable
CREATE TABLE "DeliveryReport" (
    "organisationId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "providerReference" TEXT NOT NULL,
    "state" "MessageState" NOT NULL,
    "failureCode" TEXT,
    "reportedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "DeliveryReport_pkey" PRIMARY KEY ("organisationId","messageId","providerReference","state")
);

-- CreateTable
CREATE TABLE "MessagePolicy" (
    "organisationId" UUID NOT NULL,
    "escalateUnreadMinutes" INTEGER,
    "escalateBounced" BOOLEAN NOT NULL,
    "delayNoticeMinutes" INTEGER,

    CONSTRAINT "MessagePolicy_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "ReminderMoment" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "daysBefore" INTEGER NOT NULL,
    "minutesBefore" INTEGER NOT NULL,
    "channels" "MessageChannel"[],

    CONSTRAINT "ReminderMoment_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "MessageText" (
    "organisationId" UUID NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "language" "Language" NOT NULL,
    "part" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ NOT NULL,
    "changedById" UUID,

    CONSTRAINT "MessageText_pkey" PRIMARY KEY ("organisationId","kind","channel","language","part")
);

-- CreateTable
CREATE TABLE "CallTask" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "reason" "CallReason" NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "result" "CallResult",
    "triedAt" TIMESTAMPTZ,
    "triedById" UUID,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "settledAt" TIMESTAMPTZ,

    CONSTRAINT "CallTask_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReminderMoment_organisationId_daysBefore_minutesBefore_key" ON "ReminderMoment"("organisationId", "daysBefore", "minutesBefore");

-- CreateIndex
CREATE INDEX "MessageText_organisationId_changedById_idx" ON "MessageText"("organisationId", "changedById");

-- CreateIndex
CREATE INDEX "CallTask_organisationId_teamId_settledAt_idx" ON "CallTask"("organisationId", "teamId", "settledAt");

-- CreateIndex
CREATE INDEX "CallTask_organisationId_triedById_idx" ON "CallTask"("organisationId", "triedById");

-- CreateIndex
CREATE UNIQUE INDEX "CallTask_organisationId_appointmentId_key" ON "CallTask"("organisationId", "appointmentId");

-- AddForeignKey
ALTER TABLE "DeliveryReport" ADD CONSTRAINT "DeliveryReport_organisationId_messageId_fkey" FOREIGN KEY ("organisationId", "messageId") REFERENCES "Message"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessagePolicy" ADD CONSTRAINT "MessagePolicy_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderMoment" ADD CONSTRAINT "ReminderMoment_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "MessagePolicy"("organisationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageText" ADD CONSTRAINT "MessageText_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageText" ADD CONSTRAINT "MessageText_organisationId_changedById_fkey" FOREIGN KEY ("organisationId", "changedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallTask" ADD CONSTRAINT "CallTask_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallTask" ADD CONSTRAINT "CallTask_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallTask" ADD CONSTRAINT "CallTask_organisationId_triedById_fkey" FOREIGN KEY ("organisationId", "triedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
