ALTER TABLE "Message" ADD COLUMN     "aboutStartAt" TIMESTAMPTZ;

ALTER TABLE "Appointment" ADD COLUMN     "saidComingAt" TIMESTAMPTZ;
