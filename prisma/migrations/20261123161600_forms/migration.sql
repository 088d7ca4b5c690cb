-- CreateTable
CREATE TABLE "FormDefinition" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "formId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "publishedAt" TIMESTAMPTZ,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "FormDefinition_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "FormDefinition_organisationId_serviceId_idx" ON "FormDefinition"("organisationId", "serviceId");

-- CreateIndex
CREATE UNIQUE INDEX "FormDefinition_organisationId_formId_version_key" ON "FormDefinition"("organisationId", "formId", "version");

-- AddForeignKey
ALTER TABLE "FormDefinition" ADD CONSTRAINT "FormDefinition_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "FormDefinition" ADD CONSTRAINT "FormDefinition_version_counts" CHECK (version >= 1 AND revision >= 1);

-- Two administrators who begin to change a published form at once begin one draft.
CREATE UNIQUE INDEX "FormDefinition_one_draft" ON "FormDefinition" ("organisationId", "formId") WHERE "publishedAt" IS NULL;

-- Citizens fill in what is published: it can be asked no more, and changed no more.
CREATE FUNCTION keep_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."formId", NEW."serviceId", NEW.version, NEW.content, NEW.revision, NEW."publishedAt")
    IS DISTINCT FROM (OLD."formId", OLD."serviceId", OLD.version, OLD.content, OLD.revision, OLD."publishedAt") THEN
    RAISE EXCEPTION 'A published form does not change.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER published_stays BEFORE UPDATE ON "FormDefinition"
  FOR EACH ROW WHEN (OLD."publishedAt" IS NOT NULL) EXECUTE FUNCTION keep_published_form();

-- The second wall between organisations, for the table that is new.
ALTER TABLE "FormDefinition" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FormDefinition" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "FormDefinition"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
CREATE POLICY drafts_only ON "FormDefinition" AS RESTRICTIVE FOR DELETE USING ("publishedAt" IS NULL);
GRANT SELECT, INSERT, UPDATE, DELETE ON "FormDefinition" TO balie_app;
