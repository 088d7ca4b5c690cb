-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "againOfId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Message_organisationId_againOfId_key" ON "Message"("organisationId", "againOfId");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_organisationId_againOfId_fkey" FOREIGN KEY ("organisationId", "againOfId") REFERENCES "Message"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
