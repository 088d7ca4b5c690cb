-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "incomingTeamId" UUID;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_id_incomingTeamId_fkey" FOREIGN KEY ("id", "incomingTeamId") REFERENCES "Team"("organisationId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
