-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN     "pageVersion" INTEGER NOT NULL DEFAULT 0;
