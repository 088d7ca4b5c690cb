-- CreateTable
CREATE TABLE "OrderedProof" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "clientId" TEXT NOT NULL,
    "serviceId" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "linkHash" BYTEA NOT NULL,
    "ownReference" TEXT,
    "returnAddress" TEXT,
    "language" "Language" NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "browserHash" BYTEA,
    "stateHash" BYTEA,
    "memorySealed" BYTEA,
    "problem" TEXT,
    "answeredAt" TIMESTAMPTZ,
    "identitySealed" BYTEA,
    "returnHash" BYTEA,

    CONSTRAINT "OrderedProof_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "OrderedProof_organisationId_serviceId_idx" ON "OrderedProof"("organisationId", "serviceId");

-- CreateIndex
CREATE INDEX "OrderedProof_organisationId_expiresAt_idx" ON "OrderedProof"("organisationId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OrderedProof_organisationId_linkHash_key" ON "OrderedProof"("organisationId", "linkHash");

-- CreateIndex
CREATE UNIQUE INDEX "OrderedProof_organisationId_stateHash_key" ON "OrderedProof"("organisationId", "stateHash");

-- AddForeignKey
ALTER TABLE "OrderedProof" ADD CONSTRAINT "OrderedProof_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- Somebody is away at a provider in one browser, or answered; who they are is known of nobody who did not answer.
ALTER TABLE "OrderedProof"
  ADD CONSTRAINT "OrderedProof_hashes" CHECK (
    octet_length("linkHash") = 32 AND octet_length("browserHash") = 32 AND octet_length("stateHash") = 32 AND octet_length("returnHash") = 32
  ),
  ADD CONSTRAINT "OrderedProof_away_is_whole" CHECK (
    ("stateHash" IS NULL) = ("memorySealed" IS NULL) AND ("stateHash" IS NULL OR "browserHash" IS NOT NULL)
  ),
  ADD CONSTRAINT "OrderedProof_answered_is_over" CHECK ("answeredAt" IS NULL OR "stateHash" IS NULL),
  ADD CONSTRAINT "OrderedProof_known_is_answered" CHECK ("identitySealed" IS NULL OR "answeredAt" IS NOT NULL),
  ADD CONSTRAINT "OrderedProof_return_is_whole" CHECK ("returnHash" IS NULL OR ("returnAddress" IS NOT NULL AND "identitySealed" IS NOT NULL));

-- The second wall between organisations, for the table that is new.
ALTER TABLE "OrderedProof" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OrderedProof" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "OrderedProof"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "OrderedProof" TO balie_app;
