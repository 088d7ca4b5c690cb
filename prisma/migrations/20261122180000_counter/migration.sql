-- Equality inside an exclusion constraint needs it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateEnum
CREATE TYPE "AppointmentState" AS ENUM ('booked', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "VisitRole" AS ENUM ('citizen', 'companion');

-- CreateEnum
CREATE TYPE "DeviceTestVerdict" AS ENUM ('good', 'limited', 'failed');

-- CreateEnum
CREATE TYPE "ConversationState" AS ENUM ('waiting', 'admitted', 'ended');

-- CreateEnum
CREATE TYPE "ServiceOutcome" AS ENUM ('solved', 'partlySolved', 'followUp', 'notSolved');

-- CreateEnum
CREATE TYPE "ParticipantState" AS ENUM ('waiting', 'admitted');

-- CreateEnum
CREATE TYPE "ParticipantRole" AS ENUM ('citizen', 'companion', 'clerk');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('citizen', 'staff', 'system');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('nl', 'fr', 'en', 'de');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('video', 'phone', 'chat', 'counter');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('confirmation', 'reminder', 'cancellation');

-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('email', 'sms');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('planned', 'sending', 'accepted', 'delivered', 'failedTemporarily', 'failedForGood', 'discarded');

-- CreateEnum
CREATE TYPE "DiscardReason" AS ENUM ('appointmentCancelled', 'appointmentMoved', 'tooLate');

-- CreateEnum
CREATE TYPE "FormOfAddress" AS ENUM ('u', 'je');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('clerk', 'expert', 'supervisor', 'privacyOfficer', 'administrator');

-- CreateEnum
CREATE TYPE "SurveyState" AS ENUM ('open', 'answered', 'skipped');

-- CreateTable
CREATE TABLE "Appointment" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "reference" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "state" "AppointmentState" NOT NULL DEFAULT 'booked',
    "startAt" TIMESTAMPTZ NOT NULL,
    "endAt" TIMESTAMPTZ NOT NULL,
    "occupiedUntilAt" TIMESTAMPTZ NOT NULL,
    "language" "Language" NOT NULL,
    "citizenName" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "remark" TEXT,
    "phraseWords" TEXT[],
    "linkTokenHash" BYTEA NOT NULL,
    "submissionKey" UUID NOT NULL,
    "calendarSequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "cancelledAt" TIMESTAMPTZ,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "AppointmentService" (
    "organisationId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "AppointmentService_pkey" PRIMARY KEY ("organisationId","appointmentId","serviceId")
);

-- CreateTable
CREATE TABLE "Visit" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "role" "VisitRole" NOT NULL,
    "companionName" TEXT,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "yieldedAt" TIMESTAMPTZ,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "DeviceTest" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "verdict" "DeviceTestVerdict" NOT NULL,
    "results" JSONB NOT NULL,
    "testedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "DeviceTest_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "ServiceCategory" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "icon" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ServiceCategory_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Service" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "categoryId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "channels" "Channel"[],
    "durationMinutes" INTEGER NOT NULL,
    "bufferAfterMinutes" INTEGER NOT NULL DEFAULT 0,
    "minimumNoticeMinutes" INTEGER NOT NULL,
    "horizonDays" INTEGER NOT NULL,
    "feeCents" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "forWhom" JSONB NOT NULL,
    "onlineAlternative" JSONB,
    "searchTerms" JSONB NOT NULL,
    "lawfulBasis" JSONB NOT NULL,
    "purpose" JSONB NOT NULL,
    "dataAsked" JSONB NOT NULL,
    "recipients" JSONB NOT NULL,
    "retentionDays" INTEGER NOT NULL,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "ServiceRequirement" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "serviceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "icon" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "ServiceRequirement_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "state" "ConversationState" NOT NULL DEFAULT 'waiting',
    "roomName" UUID NOT NULL,
    "clerkId" UUID,
    "seatId" UUID,
    "startedAt" TIMESTAMPTZ NOT NULL,
    "admittedAt" TIMESTAMPTZ,
    "endedAt" TIMESTAMPTZ,
    "report" TEXT,
    "surveyState" "SurveyState" NOT NULL DEFAULT 'open',

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "ConversationService" (
    "organisationId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "outcome" "ServiceOutcome",

    CONSTRAINT "ConversationService_pkey" PRIMARY KEY ("organisationId","conversationId","serviceId")
);

-- CreateTable
CREATE TABLE "Participant" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "conversationId" UUID NOT NULL,
    "role" "ParticipantRole" NOT NULL,
    "visitId" UUID,
    "staffMemberId" UUID,
    "state" "ParticipantState" NOT NULL DEFAULT 'waiting',
    "admittedAt" TIMESTAMPTZ,

    CONSTRAINT "Participant_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "organisationId" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "nodeId" UUID NOT NULL,
    "arrivedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("organisationId","visitId")
);

-- CreateTable
CREATE TABLE "Node" (
    "id" UUID NOT NULL,
    "leaseExpiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Node_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventStream" (
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "head" BYTEA NOT NULL,

    CONSTRAINT "EventStream_pkey" PRIMARY KEY ("organisationId","name")
);

-- CreateTable
CREATE TABLE "Event" (
    "organisationId" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actorKind" "ActorKind" NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ NOT NULL,
    "payload" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("organisationId","stream","number")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Message" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "plannedAt" TIMESTAMPTZ NOT NULL,
    "state" "MessageState" NOT NULL DEFAULT 'planned',
    "discardReason" "DiscardReason",
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ NOT NULL,
    "providerReference" TEXT,
    "failureCode" TEXT,
    "settledAt" TIMESTAMPTZ,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "formOfAddress" "FormOfAddress" NOT NULL,
    "timeZone" TEXT NOT NULL,
    "defaultLanguage" "Language" NOT NULL,
    "languages" "Language"[],
    "phone" TEXT NOT NULL,
    "streetLine" TEXT NOT NULL,
    "postalCode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "mailFrom" TEXT NOT NULL,
    "smsFrom" TEXT NOT NULL,
    "counterHours" JSONB NOT NULL,
    "privacyContact" JSONB NOT NULL,
    "theme" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "OpeningHours" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opensAtMinute" INTEGER NOT NULL,
    "closesAtMinute" INTEGER NOT NULL,

    CONSTRAINT "OpeningHours_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Closure" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "date" DATE NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" "Language" NOT NULL,
    "roles" "StaffRole"[],
    "lastSignOnAt" TIMESTAMPTZ,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "organisationId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "staffMemberId" UUID NOT NULL,

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("organisationId","teamId","staffMemberId")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "staffMemberId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "host" TEXT NOT NULL,
    "seatId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "serviceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "answeredOn" DATE NOT NULL,
    "wouldUseAgain" INTEGER,
    "satisfaction" INTEGER,
    "easeOfUse" INTEGER,
    "improvement" TEXT,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "Appointment_organisationId_teamId_startAt_idx" ON "Appointment"("organisationId", "teamId", "startAt");

-- CreateIndex
CREATE INDEX "Appointment_organisationId_seatId_startAt_idx" ON "Appointment"("organisationId", "seatId", "startAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_organisationId_reference_key" ON "Appointment"("organisationId", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_organisationId_linkTokenHash_key" ON "Appointment"("organisationId", "linkTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_organisationId_submissionKey_key" ON "Appointment"("organisationId", "submissionKey");

-- CreateIndex
CREATE INDEX "AppointmentService_organisationId_serviceId_idx" ON "AppointmentService"("organisationId", "serviceId");

-- CreateIndex
CREATE INDEX "Visit_organisationId_appointmentId_idx" ON "Visit"("organisationId", "appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Visit_organisationId_tokenHash_key" ON "Visit"("organisationId", "tokenHash");

-- CreateIndex
CREATE INDEX "DeviceTest_organisationId_appointmentId_testedAt_idx" ON "DeviceTest"("organisationId", "appointmentId", "testedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceCategory_organisationId_slug_key" ON "ServiceCategory"("organisationId", "slug");

-- CreateIndex
CREATE INDEX "Service_organisationId_categoryId_idx" ON "Service"("organisationId", "categoryId");

-- CreateIndex
CREATE INDEX "Service_organisationId_teamId_idx" ON "Service"("organisationId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_organisationId_slug_key" ON "Service"("organisationId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceRequirement_organisationId_serviceId_position_key" ON "ServiceRequirement"("organisationId", "serviceId", "position");

-- CreateIndex
CREATE INDEX "Conversation_organisationId_teamId_state_idx" ON "Conversation"("organisationId", "teamId", "state");

-- CreateIndex
CREATE INDEX "Conversation_organisationId_clerkId_state_idx" ON "Conversation"("organisationId", "clerkId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_organisationId_appointmentId_key" ON "Conversation"("organisationId", "appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_organisationId_roomName_key" ON "Conversation"("organisationId", "roomName");

-- CreateIndex
CREATE INDEX "ConversationService_organisationId_serviceId_idx" ON "ConversationService"("organisationId", "serviceId");

-- CreateIndex
CREATE INDEX "Participant_organisationId_visitId_idx" ON "Participant"("organisationId", "visitId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_organisationId_conversationId_visitId_key" ON "Participant"("organisationId", "conversationId", "visitId");

-- CreateIndex
CREATE UNIQUE INDEX "Participant_organisationId_conversationId_staffMemberId_key" ON "Participant"("organisationId", "conversationId", "staffMemberId");

-- CreateIndex
CREATE INDEX "Presence_organisationId_teamId_idx" ON "Presence"("organisationId", "teamId");

-- CreateIndex
CREATE INDEX "Presence_nodeId_idx" ON "Presence"("nodeId");

-- CreateIndex
CREATE INDEX "Event_organisationId_at_idx" ON "Event"("organisationId", "at");

-- CreateIndex
CREATE INDEX "Message_organisationId_state_nextAttemptAt_idx" ON "Message"("organisationId", "state", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_organisationId_appointmentId_kind_channel_plannedAt_key" ON "Message"("organisationId", "appointmentId", "kind", "channel", "plannedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_host_key" ON "Organisation"("host");

-- CreateIndex
CREATE UNIQUE INDEX "Team_organisationId_slug_key" ON "Team"("organisationId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "OpeningHours_organisationId_teamId_weekday_opensAtMinute_key" ON "OpeningHours"("organisationId", "teamId", "weekday", "opensAtMinute");

-- CreateIndex
CREATE UNIQUE INDEX "Closure_organisationId_teamId_date_key" ON "Closure"("organisationId", "teamId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_organisationId_teamId_position_key" ON "Seat"("organisationId", "teamId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_organisationId_subject_key" ON "StaffMember"("organisationId", "subject");

-- CreateIndex
CREATE INDEX "TeamMember_organisationId_staffMemberId_idx" ON "TeamMember"("organisationId", "staffMemberId");

-- CreateIndex
CREATE INDEX "StaffSession_organisationId_staffMemberId_idx" ON "StaffSession"("organisationId", "staffMemberId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_organisationId_tokenHash_key" ON "StaffSession"("organisationId", "tokenHash");

-- CreateIndex
CREATE INDEX "SurveyAnswer_organisationId_answeredOn_idx" ON "SurveyAnswer"("organisationId", "answeredOn");

-- CreateIndex
CREATE INDEX "SurveyAnswer_organisationId_serviceId_answeredOn_idx" ON "SurveyAnswer"("organisationId", "serviceId", "answeredOn");

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppointmentService" ADD CONSTRAINT "AppointmentService_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppointmentService" ADD CONSTRAINT "AppointmentService_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeviceTest" ADD CONSTRAINT "DeviceTest_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_organisationId_categoryId_fkey" FOREIGN KEY ("organisationId", "categoryId") REFERENCES "ServiceCategory"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceRequirement" ADD CONSTRAINT "ServiceRequirement_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_organisationId_clerkId_fkey" FOREIGN KEY ("organisationId", "clerkId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationService" ADD CONSTRAINT "ConversationService_organisationId_conversationId_fkey" FOREIGN KEY ("organisationId", "conversationId") REFERENCES "Conversation"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationService" ADD CONSTRAINT "ConversationService_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_organisationId_conversationId_fkey" FOREIGN KEY ("organisationId", "conversationId") REFERENCES "Conversation"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_organisationId_visitId_fkey" FOREIGN KEY ("organisationId", "visitId") REFERENCES "Visit"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_organisationId_visitId_fkey" FOREIGN KEY ("organisationId", "visitId") REFERENCES "Visit"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpeningHours" ADD CONSTRAINT "OpeningHours_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A seat's time is held once: the database itself is the judge of a race.
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_seat_occupied_once"
  EXCLUDE USING gist ("organisationId" WITH =, "seatId" WITH =, tstzrange("startAt", "occupiedUntilAt", '[)') WITH &&)
  WHERE (state <> 'cancelled');

ALTER TABLE "Appointment"
  ADD CONSTRAINT "Appointment_ends_after_start" CHECK ("startAt" < "endAt" AND "endAt" <= "occupiedUntilAt"),
  ADD CONSTRAINT "Appointment_can_be_reached" CHECK (email IS NOT NULL OR phone IS NOT NULL),
  ADD CONSTRAINT "Appointment_phone_is_e164" CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT "Appointment_lengths" CHECK (length("citizenName") BETWEEN 1 AND 120 AND length(email) <= 254 AND length(remark) <= 1000),
  ADD CONSTRAINT "Appointment_two_phrase_words" CHECK (cardinality("phraseWords") = 2),
  ADD CONSTRAINT "Appointment_cancelled_has_time" CHECK ((state = 'cancelled') = ("cancelledAt" IS NOT NULL)),
  ADD CONSTRAINT "Appointment_link_is_sha256" CHECK (octet_length("linkTokenHash") = 32);

ALTER TABLE "Organisation"
  ADD CONSTRAINT "Organisation_host_is_lower_case" CHECK (host = lower(host) AND host !~ ':'),
  ADD CONSTRAINT "Organisation_speaks_its_language" CHECK ("defaultLanguage" = ANY (languages));

ALTER TABLE "OpeningHours"
  ADD CONSTRAINT "OpeningHours_within_a_day" CHECK (weekday BETWEEN 1 AND 7 AND "opensAtMinute" >= 0 AND "opensAtMinute" < "closesAtMinute" AND "closesAtMinute" <= 1440);

ALTER TABLE "Service"
  ADD CONSTRAINT "Service_amounts" CHECK ("durationMinutes" BETWEEN 5 AND 480 AND "bufferAfterMinutes" BETWEEN 0 AND 120
    AND "minimumNoticeMinutes" >= 0 AND "horizonDays" BETWEEN 1 AND 366 AND "feeCents" >= 0 AND "retentionDays" BETWEEN 1 AND 3650),
  ADD CONSTRAINT "Service_has_a_channel" CHECK (cardinality(channels) > 0);

-- The citizen is in one place: another device takes over, it never doubles.
CREATE UNIQUE INDEX "Visit_one_active_citizen" ON "Visit" ("organisationId", "appointmentId")
  WHERE role = 'citizen' AND "yieldedAt" IS NULL;
ALTER TABLE "Visit"
  ADD CONSTRAINT "Visit_companion_has_name" CHECK ((role = 'companion') = ("companionName" IS NOT NULL)),
  ADD CONSTRAINT "Visit_lengths" CHECK (length("companionName") BETWEEN 1 AND 120);

-- One clerk per seat, one seat per clerk's session.
CREATE UNIQUE INDEX "StaffSession_one_per_seat" ON "StaffSession" ("organisationId", "seatId") WHERE "seatId" IS NOT NULL;

ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_state_fits" CHECK (
    CASE state
      WHEN 'waiting' THEN "clerkId" IS NULL AND "admittedAt" IS NULL AND "endedAt" IS NULL
      WHEN 'admitted' THEN "clerkId" IS NOT NULL AND "admittedAt" IS NOT NULL AND "endedAt" IS NULL
      WHEN 'ended' THEN "endedAt" IS NOT NULL
    END),
  ADD CONSTRAINT "Conversation_lengths" CHECK (length(report) <= 10000);

ALTER TABLE "Participant"
  ADD CONSTRAINT "Participant_is_visitor_or_staff" CHECK (
    (role = 'clerk' AND "staffMemberId" IS NOT NULL AND "visitId" IS NULL)
    OR (role <> 'clerk' AND "visitId" IS NOT NULL AND "staffMemberId" IS NULL)),
  ADD CONSTRAINT "Participant_admitted_has_time" CHECK ((state = 'admitted') = ("admittedAt" IS NOT NULL));

ALTER TABLE "Message"
  ADD CONSTRAINT "Message_discarded_has_reason" CHECK ((state = 'discarded') = ("discardReason" IS NOT NULL)),
  ADD CONSTRAINT "Message_settled_has_time" CHECK ((state IN ('delivered', 'failedForGood', 'discarded')) = ("settledAt" IS NOT NULL)),
  ADD CONSTRAINT "Message_attempts" CHECK (attempts >= 0);

ALTER TABLE "SurveyAnswer"
  ADD CONSTRAINT "SurveyAnswer_scales" CHECK ("wouldUseAgain" BETWEEN 1 AND 5 AND satisfaction BETWEEN 1 AND 5 AND "easeOfUse" BETWEEN 1 AND 5),
  ADD CONSTRAINT "SurveyAnswer_lengths" CHECK (length(improvement) <= 1000),
  ADD CONSTRAINT "SurveyAnswer_says_something" CHECK (num_nonnulls("wouldUseAgain", satisfaction, "easeOfUse", improvement) > 0);

ALTER TABLE "Event"
  ADD CONSTRAINT "Event_numbers_from_one" CHECK (number > 0),
  ADD CONSTRAINT "Event_actor_is_known" CHECK ((type <> '') AND (("actorKind" = 'system') = ("actorId" IS NULL)));

-- Second wall between organisations: no row of another one is visible or writable, whatever the query says.
DO $$
DECLARE
  t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'organisationId'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY organisation_only ON %I
      USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
      WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
  END LOOP;
END
$$;

-- Which municipality answers at a host is public; its row changes only inside its own scope.
ALTER TABLE "Organisation" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Organisation" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_is_public ON "Organisation" FOR SELECT USING (true);
CREATE POLICY organisation_changes_itself ON "Organisation"
  USING (id = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.organisation', true), '')::uuid);

-- The application's role: rows only, and the log of events can only grow.
GRANT USAGE ON SCHEMA public TO balie_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO balie_app;
REVOKE UPDATE, DELETE ON "Event" FROM balie_app;
REVOKE DELETE ON "EventStream" FROM balie_app;
DO $$
BEGIN
  IF to_regclass('"_prisma_migrations"') IS NOT NULL THEN
    REVOKE ALL ON "_prisma_migrations" FROM balie_app;
  END IF;
END
$$;
