-- CreateEnum
CREATE TYPE "DeviceMatchState" AS ENUM ('open', 'matched', 'failed');

-- CreateTable
CREATE TABLE "DeviceMatch" (
    "organisationId" UUID NOT NULL,
    "toVisitId" UUID NOT NULL,
    "fromVisitId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "offered" INTEGER[],
    "state" "DeviceMatchState" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "DeviceMatch_pkey" PRIMARY KEY ("organisationId","toVisitId")
);

-- CreateIndex
CREATE INDEX "DeviceMatch_organisationId_fromVisitId_idx" ON "DeviceMatch"("organisationId", "fromVisitId");

-- AddForeignKey
ALTER TABLE "DeviceMatch" ADD CONSTRAINT "DeviceMatch_organisationId_toVisitId_fkey" FOREIGN KEY ("organisationId", "toVisitId") REFERENCES "Visit"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeviceMatch" ADD CONSTRAINT "DeviceMatch_organisationId_fromVisitId_fkey" FOREIGN KEY ("organisationId", "fromVisitId") REFERENCES "Visit"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "DeviceMatch"
  ADD CONSTRAINT "DeviceMatch_two_devices" CHECK ("toVisitId" <> "fromVisitId"),
  ADD CONSTRAINT "DeviceMatch_offered" CHECK ("offered" IS NOT NULL AND cardinality("offered") = 3 AND "number" = ANY ("offered") AND "number" BETWEEN 10 AND 99),
  ADD CONSTRAINT "DeviceMatch_while" CHECK ("expiresAt" > "createdAt");

-- The second wall between organisations, for the table that is new.
ALTER TABLE "DeviceMatch" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DeviceMatch" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "DeviceMatch"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "DeviceMatch" TO balie_app;
