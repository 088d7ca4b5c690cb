-- AlterTable
ALTER TABLE "Identification" ADD COLUMN     "mandateName" TEXT,
ADD COLUMN     "mandateNumber" TEXT;

-- CreateTable
CREATE TABLE "IdentificationAttempt" (
    "organisationId" UUID NOT NULL,
    "stateHash" BYTEA NOT NULL,
    "requestId" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "memorySealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "IdentificationAttempt_pkey" PRIMARY KEY ("organisationId","stateHash")
);

-- CreateIndex
CREATE INDEX "IdentificationAttempt_organisationId_visitId_idx" ON "IdentificationAttempt"("organisationId", "visitId");

-- CreateIndex
CREATE UNIQUE INDEX "IdentificationAttempt_organisationId_requestId_visitId_key" ON "IdentificationAttempt"("organisationId", "requestId", "visitId");

-- AddForeignKey
ALTER TABLE "IdentificationAttempt" ADD CONSTRAINT "IdentificationAttempt_organisationId_requestId_fkey" FOREIGN KEY ("organisationId", "requestId") REFERENCES "Request"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentificationAttempt" ADD CONSTRAINT "IdentificationAttempt_organisationId_visitId_fkey" FOREIGN KEY ("organisationId", "visitId") REFERENCES "Visit"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "IdentificationAttempt"
  ADD CONSTRAINT "IdentificationAttempt_state_is_hashed" CHECK (length("stateHash") = 32);

-- The second wall between organisations, for the table that is new.
ALTER TABLE "IdentificationAttempt" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IdentificationAttempt" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "IdentificationAttempt"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "IdentificationAttempt" TO balie_app;
