ALTER TABLE "Message" DROP CONSTRAINT "Message_settled_has_time";
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_settled_has_time" CHECK ((state IN ('delivered', 'read', 'failedForGood', 'discarded')) = ("settledAt" IS NOT NULL)),
  ADD CONSTRAINT "Message_read_has_time" CHECK ((state = 'read') = ("readAt" IS NOT NULL));

ALTER TABLE "DeliveryReport"
  ADD CONSTRAINT "DeliveryReport_is_news" CHECK (state IN ('accepted', 'delivered', 'read', 'failedForGood')),
  ADD CONSTRAINT "DeliveryReport_failure_has_code" CHECK (state = 'failedForGood' OR "failureCode" IS NULL);

ALTER TABLE "MessagePolicy"
  ADD CONSTRAINT "MessagePolicy_minutes" CHECK ("escalateUnreadMinutes" BETWEEN 30 AND 2880 AND "delayNoticeMinutes" BETWEEN 5 AND 120);

ALTER TABLE "ReminderMoment"
  ADD CONSTRAINT "ReminderMoment_days_or_minutes" CHECK (
    ("daysBefore" BETWEEN 1 AND 30 AND "minutesBefore" = 0) OR ("daysBefore" = 0 AND "minutesBefore" BETWEEN 15 AND 1440)),
  ADD CONSTRAINT "ReminderMoment_has_channel" CHECK (cardinality(channels) > 0);

ALTER TABLE "MessageText"
  ADD CONSTRAINT "MessageText_says_something" CHECK (length(trim(text)) BETWEEN 1 AND 2000 AND part ~ '^[a-zA-Z.]{1,60}$');

ALTER TABLE "CallTask"
  ADD CONSTRAINT "CallTask_tried_has_result" CHECK (
    (result IS NULL) = ("triedAt" IS NULL) AND (result IS NULL) = (tries = 0) AND tries >= 0),
  ADD CONSTRAINT "CallTask_reached_is_settled" CHECK (result <> 'reached' OR "settledAt" IS NOT NULL);

-- The second wall between organisations, for the tables that are new.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['DeliveryReport', 'MessagePolicy', 'ReminderMoment', 'MessageText', 'CallTask']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY organisation_only ON %I
      USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
      WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO balie_app', t);
  END LOOP;
END
$$;
