-- CreateTable
CREATE TABLE "StaffPreference" (
    "organisationId" UUID NOT NULL,
    "staffMemberId" UUID NOT NULL,
    "alerts" JSONB,
    "shortcuts" JSONB,

    CONSTRAINT "StaffPreference_pkey" PRIMARY KEY ("organisationId","staffMemberId")
);

-- AddForeignKey
ALTER TABLE "StaffPreference" ADD CONSTRAINT "StaffPreference_organisationId_staffMemberId_fkey" FOREIGN KEY ("organisationId", "staffMemberId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- The second wall between organisations, for the table that is new.
ALTER TABLE "StaffPreference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "StaffPreference" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "StaffPreference"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "StaffPreference" TO balie_app;
