-- CreateEnum
CREATE TYPE "ScreenAsk" AS ENUM ('asked', 'declined', 'unable');

-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "screenAsk" "ScreenAsk";
