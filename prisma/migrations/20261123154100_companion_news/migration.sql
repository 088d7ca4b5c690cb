-- By hand: one change is told to each third person, and to the citizen once.

DROP INDEX "Message_organisationId_appointmentId_kind_channel_plannedAt_key";
CREATE UNIQUE INDEX "Message_once"
  ON "Message"("organisationId", "appointmentId", "kind", "channel", "plannedAt", "companionLinkId") NULLS NOT DISTINCT;

-- Whom a message is for, its kind says: nothing that is for a third person can pass for word to the citizen.
ALTER TABLE "Message"
  DROP CONSTRAINT "Message_for_a_companion",
  ADD CONSTRAINT "Message_for_a_companion"
    CHECK ((kind in ('companionLink', 'companionMoved', 'companionOff')) = ("companionLinkId" IS NOT NULL));
