-- CreateTable
CREATE TABLE "CallbackRequest" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "submissionKey" UUID NOT NULL,
    "name" TEXT,
    "phone" TEXT NOT NULL,
    "question" TEXT,
    "language" "Language" NOT NULL,
    "phraseWords" TEXT[],
    "fromAt" TIMESTAMPTZ NOT NULL,
    "untilAt" TIMESTAMPTZ NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "claimedById" UUID,
    "claimedAt" TIMESTAMPTZ,
    "result" "CallResult",
    "triedAt" TIMESTAMPTZ,
    "triedById" UUID,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "restsUntilAt" TIMESTAMPTZ,
    "settledAt" TIMESTAMPTZ,

    CONSTRAINT "CallbackRequest_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "CallbackRequest_organisationId_teamId_settledAt_idx" ON "CallbackRequest"("organisationId", "teamId", "settledAt");

-- CreateIndex
CREATE INDEX "CallbackRequest_organisationId_serviceId_idx" ON "CallbackRequest"("organisationId", "serviceId");

-- CreateIndex
CREATE INDEX "CallbackRequest_organisationId_submissionKey_idx" ON "CallbackRequest"("organisationId", "submissionKey");

-- CreateIndex
CREATE INDEX "CallbackRequest_organisationId_claimedById_idx" ON "CallbackRequest"("organisationId", "claimedById");

-- CreateIndex
CREATE INDEX "CallbackRequest_organisationId_triedById_idx" ON "CallbackRequest"("organisationId", "triedById");

-- AddForeignKey
ALTER TABLE "CallbackRequest" ADD CONSTRAINT "CallbackRequest_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallbackRequest" ADD CONSTRAINT "CallbackRequest_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallbackRequest" ADD CONSTRAINT "CallbackRequest_organisationId_claimedById_fkey" FOREIGN KEY ("organisationId", "claimedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallbackRequest" ADD CONSTRAINT "CallbackRequest_organisationId_triedById_fkey" FOREIGN KEY ("organisationId", "triedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

-- No ghosts: as long as it is open, asking again for the same is the same request.
CREATE UNIQUE INDEX "CallbackRequest_open" ON "CallbackRequest" ("organisationId", phone, "serviceId") WHERE "settledAt" IS NULL;

ALTER TABLE "CallbackRequest"
  ADD CONSTRAINT "CallbackRequest_phone_fits" CHECK (phone ~ '^\+[1-9][0-9]{5,14}$'),
  ADD CONSTRAINT "CallbackRequest_name_fits" CHECK (length(name) BETWEEN 1 AND 120),
  ADD CONSTRAINT "CallbackRequest_question_fits" CHECK (length(question) BETWEEN 1 AND 1000),
  ADD CONSTRAINT "CallbackRequest_phrase_is_pairs" CHECK (cardinality("phraseWords") IN (2, 4, 6)),
  ADD CONSTRAINT "CallbackRequest_window_is_ordered" CHECK ("fromAt" < "untilAt"),
  ADD CONSTRAINT "CallbackRequest_claim_is_whole" CHECK (("claimedById" IS NULL) = ("claimedAt" IS NULL)),
  ADD CONSTRAINT "CallbackRequest_tried_has_result" CHECK (
    (result IS NULL) = ("triedAt" IS NULL) AND (result IS NULL) = (tries = 0) AND tries >= 0),
  ADD CONSTRAINT "CallbackRequest_reached_is_settled" CHECK (result <> 'reached' OR "settledAt" IS NOT NULL);

-- The second wall between organisations, for the table that is new.
ALTER TABLE "CallbackRequest" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CallbackRequest" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "CallbackRequest"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "CallbackRequest" TO balie_app;
