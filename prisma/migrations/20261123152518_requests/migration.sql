-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('identify', 'form');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('draft', 'sent', 'opened', 'inProgress', 'fulfilled', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "AssuranceLevel" AS ENUM ('none', 'shown', 'low', 'substantial', 'high');

-- CreateTable
CREATE TABLE "RequestStatement" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "serviceId" UUID NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "purpose" JSONB NOT NULL,
    "basis" JSONB NOT NULL,
    "ifDeclined" JSONB,
    "isMandatory" BOOLEAN NOT NULL,
    "minimumLevel" "AssuranceLevel" NOT NULL DEFAULT 'none',
    "keptDays" INTEGER NOT NULL,
    "isAskedBeforehand" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL,

    CONSTRAINT "RequestStatement_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Request" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "companionVisitId" UUID,
    "state" "RequestState" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" JSONB NOT NULL,
    "purpose" JSONB NOT NULL,
    "basis" JSONB NOT NULL,
    "ifDeclined" JSONB,
    "isMandatory" BOOLEAN NOT NULL,
    "minimumLevel" "AssuranceLevel" NOT NULL,
    "keptDays" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ NOT NULL,
    "openedAt" TIMESTAMPTZ,
    "postponedAt" TIMESTAMPTZ,
    "settledAt" TIMESTAMPTZ,
    "progress" TEXT,
    "problem" TEXT,
    "declinedBecause" TEXT,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "Identification" (
    "organisationId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "visitId" UUID,
    "level" "AssuranceLevel" NOT NULL,
    "provider" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "name" TEXT,
    "birthDate" TEXT,
    "numberEncrypted" BYTEA,
    "numberMasked" TEXT,
    "identifiedAt" TIMESTAMPTZ NOT NULL,
    "lookedById" UUID,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "Identification_pkey" PRIMARY KEY ("organisationId","requestId")
);

-- CreateIndex
CREATE UNIQUE INDEX "RequestStatement_organisationId_serviceId_position_key" ON "RequestStatement"("organisationId", "serviceId", "position");

-- CreateIndex
CREATE INDEX "Request_organisationId_appointmentId_idx" ON "Request"("organisationId", "appointmentId");

-- CreateIndex
CREATE INDEX "Request_organisationId_serviceId_idx" ON "Request"("organisationId", "serviceId");

-- CreateIndex
CREATE INDEX "Request_organisationId_companionVisitId_idx" ON "Request"("organisationId", "companionVisitId");

-- CreateIndex
CREATE INDEX "Request_organisationId_askedById_idx" ON "Request"("organisationId", "askedById");

-- CreateIndex
CREATE INDEX "Identification_organisationId_visitId_idx" ON "Identification"("organisationId", "visitId");

-- CreateIndex
CREATE INDEX "Identification_organisationId_lookedById_idx" ON "Identification"("organisationId", "lookedById");

-- AddForeignKey
ALTER TABLE "RequestStatement" ADD CONSTRAINT "RequestStatement_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_organisationId_companionVisitId_fkey" FOREIGN KEY ("organisationId", "companionVisitId") REFERENCES "Visit"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_organisationId_askedById_fkey" FOREIGN KEY ("organisationId", "askedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identification" ADD CONSTRAINT "Identification_organisationId_requestId_fkey" FOREIGN KEY ("organisationId", "requestId") REFERENCES "Request"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identification" ADD CONSTRAINT "Identification_organisationId_visitId_fkey" FOREIGN KEY ("organisationId", "visitId") REFERENCES "Visit"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identification" ADD CONSTRAINT "Identification_organisationId_lookedById_fkey" FOREIGN KEY ("organisationId", "lookedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "RequestStatement"
  ADD CONSTRAINT "RequestStatement_is_kept_some_time" CHECK ("keptDays" BETWEEN 0 AND 36500);

ALTER TABLE "Request"
  ADD CONSTRAINT "Request_is_settled_once" CHECK (("settledAt" IS NOT NULL) = (state IN ('fulfilled', 'declined', 'expired', 'withdrawn'))),
  ADD CONSTRAINT "Request_settled_leaves_nothing_under_way" CHECK ("settledAt" IS NULL OR (progress IS NULL AND problem IS NULL AND "postponedAt" IS NULL)),
  ADD CONSTRAINT "Request_draft_was_not_opened" CHECK (state <> 'draft' OR "openedAt" IS NULL),
  ADD CONSTRAINT "Request_reason_is_of_who_declined" CHECK ("declinedBecause" IS NULL OR (state = 'declined' AND length("declinedBecause") BETWEEN 1 AND 500)),
  ADD CONSTRAINT "Request_is_kept_some_time" CHECK ("keptDays" BETWEEN 0 AND 36500);

-- Of one person one thing is asked once at a time, whoever asks.
CREATE UNIQUE INDEX "Request_once_at_a_time" ON "Request" ("organisationId", "appointmentId", "statementId", coalesce("companionVisitId", "appointmentId"))
  WHERE state IN ('sent', 'opened', 'inProgress');

ALTER TABLE "Identification"
  ADD CONSTRAINT "Identification_says_something" CHECK (level <> 'none'),
  ADD CONSTRAINT "Identification_shown_is_of_a_clerk" CHECK ((level = 'shown') = ("lookedById" IS NOT NULL)),
  ADD CONSTRAINT "Identification_of_a_provider_is_of_a_browser" CHECK (("lookedById" IS NULL) = ("visitId" IS NOT NULL)),
  ADD CONSTRAINT "Identification_number_is_whole" CHECK (("numberEncrypted" IS NULL) = ("numberMasked" IS NULL));

-- The second wall between organisations, for the tables that are new.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['RequestStatement', 'Request', 'Identification'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY organisation_only ON %I
      USING ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)
      WITH CHECK ("organisationId" = nullif(current_setting(''app.organisation'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO balie_app', name);
  END LOOP;
END $$;
