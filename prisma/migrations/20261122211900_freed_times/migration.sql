-- CreateTable
CREATE TABLE "FreedTime" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "teamId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "startAt" TIMESTAMPTZ NOT NULL,
    "freedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "FreedTime_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "FreedTime_organisationId_teamId_idx" ON "FreedTime"("organisationId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "FreedTime_organisationId_seatId_startAt_key" ON "FreedTime"("organisationId", "seatId", "startAt");

-- AddForeignKey
ALTER TABLE "FreedTime" ADD CONSTRAINT "FreedTime_organisationId_teamId_fkey" FOREIGN KEY ("organisationId", "teamId") REFERENCES "Team"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FreedTime" ADD CONSTRAINT "FreedTime_organisationId_seatId_fkey" FOREIGN KEY ("organisationId", "seatId") REFERENCES "Seat"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "FreedTime" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FreedTime" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "FreedTime"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "FreedTime" TO balie_app;
