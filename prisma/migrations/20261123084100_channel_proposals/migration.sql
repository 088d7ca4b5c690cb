-- CreateTable
CREATE TABLE "ChannelProposal" (
    "organisationId" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "proposedAt" TIMESTAMPTZ NOT NULL,
    "proposedById" UUID NOT NULL,
    "declinedAt" TIMESTAMPTZ,

    CONSTRAINT "ChannelProposal_pkey" PRIMARY KEY ("organisationId","appointmentId")
);

-- CreateIndex
CREATE INDEX "ChannelProposal_organisationId_proposedById_idx" ON "ChannelProposal"("organisationId", "proposedById");

-- AddForeignKey
ALTER TABLE "ChannelProposal" ADD CONSTRAINT "ChannelProposal_organisationId_appointmentId_fkey" FOREIGN KEY ("organisationId", "appointmentId") REFERENCES "Appointment"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelProposal" ADD CONSTRAINT "ChannelProposal_organisationId_proposedById_fkey" FOREIGN KEY ("organisationId", "proposedById") REFERENCES "StaffMember"("organisationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "ChannelProposal"
  ADD CONSTRAINT "ChannelProposal_channel_needs_no_camera" CHECK (channel IN ('phone', 'counter'));

-- The second wall between organisations, for the table that is new.
ALTER TABLE "ChannelProposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ChannelProposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "ChannelProposal"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "ChannelProposal" TO balie_app;
