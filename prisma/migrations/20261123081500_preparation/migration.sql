-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('text', 'choice', 'date');

-- CreateTable
CREATE TABLE "ServiceQuestion" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "serviceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "label" JSONB NOT NULL,
    "hint" JSONB,
    "choices" JSONB NOT NULL DEFAULT '[]',
    "isMandatory" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ServiceQuestion_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateTable
CREATE TABLE "PreparationAnswer" (
    "organisationId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "PreparationAnswer_pkey" PRIMARY KEY ("organisationId","appointmentId","questionId")
);

-- CreateTable
CREATE TABLE "PreparationNotes" (
    "organisationId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "writtenAt" TIMESTAMPTZ NOT NULL,
    "writtenById" UUID NOT NULL,

    CONSTRAINT "PreparationNotes_pkey" PRIMARY KEY ("organisationId","appointmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ServiceQuestion_organisationId_serviceId_position_key" ON "ServiceQuestion"("organisationId", "serviceId", "position");

-- CreateIndex
CREATE INDEX "PreparationAnswer_organisationId_questionId_idx" ON "PreparationAnswer"("organisationId", "questionId");

-- CreateIndex
CREATE INDEX "PreparationNotes_organisationId_writtenById_idx" ON "PreparationNotes"("organisationId", "writtenById");

-- AddForeignKey
ALTER TABLE "ServiceQuestion" ADD CONSTRAINT "ServiceQuestion_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparationAnswer" ADD CONSTRAINT "PreparationAnswer_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparationAnswer" ADD CONSTRAINT "PreparationAnswer_organisationId_questionId_fkey" FOREIGN KEY ("organisationId", "questionId") REFERENCES "ServiceQuestion"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparationNotes" ADD CONSTRAINT "PreparationNotes_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreparationNotes" ADD CONSTRAINT "PreparationNotes_organisationId_writtenById_fkey" FOREIGN KEY ("organisationId", "writtenById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "PreparationAnswer" ADD CONSTRAINT "PreparationAnswer_value_fits" CHECK (length(value) BETWEEN 1 AND 1000);
ALTER TABLE "ServiceQuestion" ADD CONSTRAINT "ServiceQuestion_choices_fit" CHECK (
  jsonb_typeof(choices) = 'array' AND (kind = 'choice') = (jsonb_array_length(choices) > 0));
ALTER TABLE "PreparationNotes"
  ADD CONSTRAINT "PreparationNotes_text_fits" CHECK (length(text) <= 20000),
  ADD CONSTRAINT "PreparationNotes_revision_counts" CHECK (revision > 0);

-- The second wall between organisations, for the tables that are new.
ALTER TABLE "ServiceQuestion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ServiceQuestion" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "ServiceQuestion"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "ServiceQuestion" TO balie_app;

ALTER TABLE "PreparationAnswer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PreparationAnswer" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "PreparationAnswer"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "PreparationAnswer" TO balie_app;

ALTER TABLE "PreparationNotes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PreparationNotes" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "PreparationNotes"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "PreparationNotes" TO balie_app;
