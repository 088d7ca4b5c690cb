-- CreateEnum
CREATE TYPE "Need" AS ENUM ('interpreter', 'signLanguage', 'companion', 'screenReader', 'slowConnection');

-- CreateEnum
CREATE TYPE "RequestChannel" AS ENUM ('website', 'phone', 'email', 'counter');

-- CreateEnum
CREATE TYPE "OtherwiseChannel" AS ENUM ('counter', 'phone', 'online', 'notAtAll');

-- CreateEnum
CREATE TYPE "PrincipalKind" AS ENUM ('child', 'ward', 'company', 'association');

-- CreateEnum
CREATE TYPE "OfferState" AS ENUM ('open', 'accepted', 'declined', 'expired');

-- CreateEnum
CREATE TYPE "AbsenceReason" AS ENUM ('illness', 'leave', 'training', 'other');

-- AlterEnum
ALTER TYPE "AppointmentState" ADD VALUE 'missed';

-- AlterEnum

-- DropIndex
DROP INDEX "OpeningHours_organisationId_teamId_weekday_opensAtMinute_key";

-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN     "bookedById" UUID,
ADD COLUMN     "cancelledBy" "ActorKind",
ADD COLUMN     "interpreterLanguage" TEXT,
ADD COLUMN     "missedAt" TIMESTAMPTZ,
ADD COLUMN     "needs" "Need"[],
ADD COLUMN     "occupiedFromAt" TIMESTAMPTZ,
ADD COLUMN     "requestChannel" "RequestChannel" NOT NULL DEFAULT 'website',
ADD COLUMN     "sheetCodeHash" BYTEA,
ADD COLUMN     "wouldHaveCome" "OtherwiseChannel";
UPDATE "Appointment" SET "occupiedFromAt" = "startAt", needs = '{}';
ALTER TABLE "Appointment" ALTER COLUMN "occupiedFromAt" SET NOT NULL;

-- AlterTable
ALTER TABLE "OpeningHours" ADD COLUMN     "channel" "Channel" NOT NULL DEFAULT 'video',
ADD COLUMN     "locationId" UUID,
ADD COLUMN     "validFrom" DATE,
ADD COLUMN     "validUntil" DATE;
-- Until now there was video only.
ALTER TABLE "OpeningHours" ALTER COLUMN "channel" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "channels" "Channel"[],
ADD COLUMN     "languages" "Language"[],
ADD COLUMN     "locationId" UUID,
ADD COLUMN     "retiredAt" TIMESTAMPTZ;
UPDATE "Seat" SET channels = '{video}', languages = (SELECT o.languages FROM "Organisation" o WHERE o.id = "Seat"."organisationId");

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "bufferBeforeMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "interpreterMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "isPublished" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "isQuestion" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "staffSharePercent" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Principal" (
    "organisationId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "kind" "PrincipalKind" NOT NULL,
    "name" TEXT NOT NULL,
    "registrationNumber" TEXT,

    CONSTRAINT "Principal_pkey" PRIMARY KEY ("organisationId","appointmentId")
);

-- CreateTable
CREATE TABLE "TimeHold" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "holderKey" UUID NOT NULL,
    "occupiedFromAt" TIMESTAMPTZ NOT NULL,
    "occupiedUntilAt" TIMESTAMPTZ NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "TimeHold_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "EarlierTimeWish" (
    "organisationId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "EarlierTimeWish_pkey" PRIMARY KEY ("organisationId","appointmentId")
);

-- CreateTable
CREATE TABLE "EarlierTimeOffer" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "startAt" TIMESTAMPTZ NOT NULL,
    "endAt" TIMESTAMPTZ NOT NULL,
    "state" "OfferState" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "settledAt" TIMESTAMPTZ,

    CONSTRAINT "EarlierTimeOffer_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Location" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" JSONB NOT NULL,
    "streetLine" TEXT NOT NULL,
    "postalCode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "date" DATE NOT NULL,
    "name" JSONB NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "ChannelCapacity" (
    "organisationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "atOnce" INTEGER NOT NULL,

    CONSTRAINT "ChannelCapacity_pkey" PRIMARY KEY ("organisationId","teamId","channel")
);

-- CreateTable
CREATE TABLE "SeatService" (
    "organisationId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "SeatService_pkey" PRIMARY KEY ("organisationId","seatId","serviceId")
);

-- CreateTable
CREATE TABLE "SeatStaffing" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "seatId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "startsAtMinute" INTEGER NOT NULL,
    "endsAtMinute" INTEGER NOT NULL,
    "validFrom" DATE,
    "validUntil" DATE,

    CONSTRAINT "SeatStaffing_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "seatId" UUID NOT NULL,
    "reason" "AbsenceReason" NOT NULL,
    "startAt" TIMESTAMPTZ NOT NULL,
    "endAt" TIMESTAMPTZ NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "BusyCalendar" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "seatId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "entityTag" TEXT,
    "nextReadAt" TIMESTAMPTZ NOT NULL,
    "lastReadAt" TIMESTAMPTZ,
    "failureCode" TEXT,

    CONSTRAINT "BusyCalendar_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "BusyPeriod" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "calendarId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "startAt" TIMESTAMPTZ NOT NULL,
    "endAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "BusyPeriod_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "SeatFeed" (
    "organisationId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "SeatFeed_pkey" PRIMARY KEY ("organisationId","seatId")
);

-- CreateIndex
CREATE INDEX "TimeHold_organisationId_seatId_occupiedFromAt_idx" ON "TimeHold"("organisationId", "seatId", "occupiedFromAt");

-- CreateIndex
CREATE INDEX "TimeHold_organisationId_teamId_idx" ON "TimeHold"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "TimeHold_organisationId_expiresAt_idx" ON "TimeHold"("organisationId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "TimeHold_organisationId_holderKey_key" ON "TimeHold"("organisationId", "holderKey");

-- CreateIndex
CREATE INDEX "EarlierTimeWish_organisationId_teamId_createdAt_idx" ON "EarlierTimeWish"("organisationId", "teamId", "createdAt");

-- CreateIndex
CREATE INDEX "EarlierTimeOffer_organisationId_state_expiresAt_idx" ON "EarlierTimeOffer"("organisationId", "state", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "EarlierTimeOffer_organisationId_appointmentId_startAt_key" ON "EarlierTimeOffer"("organisationId", "appointmentId", "startAt");

-- CreateIndex
CREATE UNIQUE INDEX "Location_organisationId_position_key" ON "Location"("organisationId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Holiday_organisationId_date_key" ON "Holiday"("organisationId", "date");

-- CreateIndex
CREATE INDEX "SeatService_organisationId_serviceId_idx" ON "SeatService"("organisationId", "serviceId");

-- CreateIndex
CREATE INDEX "SeatStaffing_organisationId_seatId_idx" ON "SeatStaffing"("organisationId", "seatId");

-- CreateIndex
CREATE INDEX "Absence_organisationId_seatId_startAt_idx" ON "Absence"("organisationId", "seatId", "startAt");

-- CreateIndex
CREATE INDEX "BusyCalendar_organisationId_nextReadAt_idx" ON "BusyCalendar"("organisationId", "nextReadAt");

-- CreateIndex
CREATE UNIQUE INDEX "BusyCalendar_organisationId_seatId_key" ON "BusyCalendar"("organisationId", "seatId");

-- CreateIndex
CREATE INDEX "BusyPeriod_organisationId_seatId_startAt_idx" ON "BusyPeriod"("organisationId", "seatId", "startAt");

-- CreateIndex
CREATE INDEX "BusyPeriod_organisationId_calendarId_idx" ON "BusyPeriod"("organisationId", "calendarId");

-- CreateIndex
CREATE UNIQUE INDEX "SeatFeed_organisationId_tokenHash_key" ON "SeatFeed"("organisationId", "tokenHash");

-- CreateIndex
CREATE INDEX "Appointment_organisationId_bookedById_idx" ON "Appointment"("organisationId", "bookedById");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_organisationId_sheetCodeHash_key" ON "Appointment"("organisationId", "sheetCodeHash");

-- CreateIndex
CREATE INDEX "OpeningHours_organisationId_teamId_idx" ON "OpeningHours"("organisationId", "teamId");

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_organisationId_bookedById_fkey" FOREIGN KEY ("organisationId", "bookedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Principal" ADD CONSTRAINT "Principal_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeHold" ADD CONSTRAINT "TimeHold_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeHold" ADD CONSTRAINT "TimeHold_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierTimeWish" ADD CONSTRAINT "EarlierTimeWish_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierTimeOffer" ADD CONSTRAINT "EarlierTimeOffer_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "EarlierTimeWish"("organisationId", "appointmentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holiday" ADD CONSTRAINT "Holiday_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelCapacity" ADD CONSTRAINT "ChannelCapacity_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_organisationId_locationId_fkey" FOREIGN KEY ("organisationId", "locationId") REFERENCES "Location"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_organisationId_locationId_fkey" FOREIGN KEY ("organisationId", "locationId") REFERENCES "Location"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatService" ADD CONSTRAINT "SeatService_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatService" ADD CONSTRAINT "SeatService_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatStaffing" ADD CONSTRAINT "SeatStaffing_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BusyCalendar" ADD CONSTRAINT "BusyCalendar_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BusyPeriod" ADD CONSTRAINT "BusyPeriod_organisationId_calendarId_fkey" FOREIGN KEY ("organisationId", "calendarId") REFERENCES "BusyCalendar"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatFeed" ADD CONSTRAINT "SeatFeed_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
