-- CreateTable
CREATE TABLE "FormFilling" (
    "organisationId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "definitionId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ NOT NULL,
    "sentAt" TIMESTAMPTZ,

    CONSTRAINT "FormFilling_pkey" PRIMARY KEY ("organisationId","requestId")
);

-- CreateIndex
CREATE INDEX "FormFilling_organisationId_definitionId_idx" ON "FormFilling"("organisationId", "definitionId");

-- AddForeignKey
ALTER TABLE "FormFilling" ADD CONSTRAINT "FormFilling_organisationId_requestId_fkey" FOREIGN KEY ("organisationId", "requestId") REFERENCES "Request"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormFilling" ADD CONSTRAINT "FormFilling_organisationId_definitionId_fkey" FOREIGN KEY ("organisationId", "definitionId") REFERENCES "FormDefinition"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "FormFilling" ADD CONSTRAINT "FormFilling_revision_counts" CHECK (revision >= 0);

-- What is encrypted cannot be made smaller: trying costs time only.
ALTER TABLE "FormFilling" ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- The second wall between organisations, for the table that is new. What was sent stays as it was sent.
ALTER TABLE "FormFilling" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FormFilling" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "FormFilling"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY unsent_only ON "FormFilling" AS RESTRICTIVE FOR UPDATE USING ("sentAt" IS NULL) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "FormFilling" TO balie_app;
