-- AlterTable
ALTER TABLE "OpeningHours" ADD COLUMN     "seatIds" UUID[] DEFAULT ARRAY[]::UUID[];
