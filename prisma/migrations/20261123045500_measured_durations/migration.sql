-- How long the last conversations about a service took, as percentages of what was planned; nobody stands in it.
ALTER TABLE "Service" ADD COLUMN "measuredPercents" INTEGER[];
ALTER TABLE "Service" ADD CONSTRAINT "Service_measured" CHECK (cardinality("measuredPercents") <= 60 AND 5 <= ALL ("measuredPercents") AND 400 >= ALL ("measuredPercents"));
