-- CreateTable
CREATE TABLE "SpokenCode" (
    "organisationId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "SpokenCode_pkey" PRIMARY KEY ("organisationId","requestId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SpokenCode_organisationId_codeHash_key" ON "SpokenCode"("organisationId", "codeHash");

-- AddForeignKey
ALTER TABLE "SpokenCode" ADD CONSTRAINT "SpokenCode_organisationId_requestId_fkey" FOREIGN KEY ("organisationId", "requestId") REFERENCES "Request"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- The second wall between organisations, for the table that is new.
ALTER TABLE "SpokenCode" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SpokenCode" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "SpokenCode"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "SpokenCode" TO balie_app;
