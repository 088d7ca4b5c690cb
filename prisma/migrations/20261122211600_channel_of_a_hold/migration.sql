-- A hold counts against what the team takes at once on its channel. Holds live minutes: those of before may go.
DELETE FROM "TimeHold";
ALTER TABLE "TimeHold" ADD COLUMN "channel" "Channel" NOT NULL;
