-- CreateTable
CREATE TABLE "BackOfficeQuestion" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "appointmentId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedTeamId" UUID NOT NULL,
    "toTeamId" UUID NOT NULL,
    "toClerkId" UUID,
    "question" TEXT NOT NULL,
    "answerBy" TIMESTAMPTZ NOT NULL,
    "isForCitizen" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ,
    "confirmedAt" TIMESTAMPTZ,
    "alarmedAt" TIMESTAMPTZ,

    CONSTRAINT "BackOfficeQuestion_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "BackOfficeQuestion_organisationId_appointmentId_idx" ON "BackOfficeQuestion"("organisationId", "appointmentId");

-- CreateIndex
CREATE INDEX "BackOfficeQuestion_organisationId_askedById_idx" ON "BackOfficeQuestion"("organisationId", "askedById");

-- CreateIndex
CREATE INDEX "BackOfficeQuestion_organisationId_askedTeamId_idx" ON "BackOfficeQuestion"("organisationId", "askedTeamId");

-- CreateIndex
CREATE INDEX "BackOfficeQuestion_organisationId_toTeamId_idx" ON "BackOfficeQuestion"("organisationId", "toTeamId");

-- CreateIndex
CREATE INDEX "BackOfficeQuestion_organisationId_toClerkId_idx" ON "BackOfficeQuestion"("organisationId", "toClerkId");

-- CreateIndex
CREATE INDEX "BackOfficeQuestion_organisationId_answeredById_idx" ON "BackOfficeQuestion"("organisationId", "answeredById");

-- AddForeignKey
ALTER TABLE "BackOfficeQuestion" ADD CONSTRAINT "BackOfficeQuestion_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackOfficeQuestion" ADD CONSTRAINT "BackOfficeQuestion_organisationId_askedById_fkey" FOREIGN KEY ("organisationId", "askedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackOfficeQuestion" ADD CONSTRAINT "BackOfficeQuestion_organisationId_askedTeamId_fkey" FOREIGN KEY ("organisationId", "askedTeamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackOfficeQuestion" ADD CONSTRAINT "BackOfficeQuestion_organisationId_toTeamId_fkey" FOREIGN KEY ("organisationId", "toTeamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackOfficeQuestion" ADD CONSTRAINT "BackOfficeQuestion_organisationId_toClerkId_fkey" FOREIGN KEY ("organisationId", "toClerkId") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackOfficeQuestion" ADD CONSTRAINT "BackOfficeQuestion_organisationId_answeredById_fkey" FOREIGN KEY ("organisationId", "answeredById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

-- What a team's seats ask at every change, and what the alarm looks for.
CREATE INDEX "BackOfficeQuestion_to_answer" ON "BackOfficeQuestion" ("organisationId", "toTeamId") WHERE "answeredAt" IS NULL;
CREATE INDEX "BackOfficeQuestion_to_confirm" ON "BackOfficeQuestion" ("organisationId", "askedTeamId") WHERE "confirmedAt" IS NULL;
CREATE INDEX "BackOfficeQuestion_to_alarm" ON "BackOfficeQuestion" ("organisationId", "answerBy") WHERE "answeredAt" IS NULL AND "alarmedAt" IS NULL;

ALTER TABLE "BackOfficeQuestion"
  ADD CONSTRAINT "BackOfficeQuestion_question_fits" CHECK (length(question) BETWEEN 1 AND 2000),
  ADD CONSTRAINT "BackOfficeQuestion_answer_fits" CHECK (length(answer) BETWEEN 1 AND 4000),
  ADD CONSTRAINT "BackOfficeQuestion_answer_is_whole" CHECK (
    (answer IS NULL) = ("answeredAt" IS NULL) AND (answer IS NULL) = ("answeredById" IS NULL)),
  ADD CONSTRAINT "BackOfficeQuestion_answered_before_done" CHECK ("confirmedAt" IS NULL OR "answeredAt" IS NOT NULL),
  ADD CONSTRAINT "BackOfficeQuestion_has_time" CHECK ("answerBy" > "createdAt");

-- The second wall between organisations, for the table that is new.
ALTER TABLE "BackOfficeQuestion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BackOfficeQuestion" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "BackOfficeQuestion"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "BackOfficeQuestion" TO balie_app;
