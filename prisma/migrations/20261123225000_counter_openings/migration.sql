-- What who writes without appointment reads before they begin. Nothing where the organisation wrote nothing.
ALTER TABLE "WalkInCounter" ADD COLUMN "openingText" JSONB;
ALTER TABLE "WalkInCounter" ADD CONSTRAINT "WalkInCounter_opening_is_localized" CHECK ("openingText" IS NULL OR jsonb_typeof("openingText") = 'object');
