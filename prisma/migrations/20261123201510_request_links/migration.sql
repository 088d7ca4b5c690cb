-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "goesTo" TEXT,
ADD COLUMN     "requestId" UUID;

-- CreateIndex
CREATE INDEX "Message_organisationId_appointmentId_requestId_idx" ON "Message"("organisationId", "appointmentId", "requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Request_organisationId_appointmentId_id_key" ON "Request"("organisationId", "appointmentId", "id");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_organisationId_appointmentId_requestId_fkey" FOREIGN KEY ("organisationId", "appointmentId", "requestId") REFERENCES "Request"("organisationId", "appointmentId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- What leads to a request says to which, and nothing else goes to a number of its own.
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_for_a_request" CHECK ((kind = 'requestLink') = ("requestId" IS NOT NULL)),
  ADD CONSTRAINT "Message_goes_elsewhere" CHECK ("goesTo" IS NULL OR (kind = 'requestLink' AND channel = 'sms'));
