-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('brought', 'stillPicture');

-- AlterTable
ALTER TABLE "ServiceRequirement" ADD COLUMN     "mayUpload" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Document" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "itemKey" TEXT,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "keptAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "FileChunk" (
    "organisationId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "FileChunk_pkey" PRIMARY KEY ("organisationId","documentId","position")
);

-- CreateTable
CREATE TABLE "ReadyItem" (
    "organisationId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "itemKey" TEXT NOT NULL,
    "readyAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ReadyItem_pkey" PRIMARY KEY ("organisationId","appointmentId","itemKey")
);

-- CreateIndex
CREATE INDEX "Document_organisationId_appointmentId_idx" ON "Document"("organisationId", "appointmentId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileChunk" ADD CONSTRAINT "FileChunk_organisationId_documentId_fkey" FOREIGN KEY ("organisationId", "documentId") REFERENCES "Document"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadyItem" ADD CONSTRAINT "ReadyItem_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "Document"
  ADD CONSTRAINT "Document_kind_has_item" CHECK ((kind = 'brought') = ("itemKey" IS NOT NULL)),
  ADD CONSTRAINT "Document_name_fits" CHECK (length(name) BETWEEN 1 AND 120),
  ADD CONSTRAINT "Document_type_is_taken" CHECK (
    "mediaType" IN ('application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/webp')),
  ADD CONSTRAINT "Document_size_fits" CHECK ("sizeBytes" BETWEEN 1 AND 10485760);

-- What is encrypted cannot be made smaller: trying costs time only.
ALTER TABLE "FileChunk" ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE "FileChunk" ADD CONSTRAINT "FileChunk_position_counts" CHECK (position >= 0);

-- The second wall between organisations, for the tables that are new.
ALTER TABLE "Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "Document"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "Document" TO balie_app;

ALTER TABLE "FileChunk" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FileChunk" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "FileChunk"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON "FileChunk" TO balie_app;

ALTER TABLE "ReadyItem" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ReadyItem" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "ReadyItem"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "ReadyItem" TO balie_app;
