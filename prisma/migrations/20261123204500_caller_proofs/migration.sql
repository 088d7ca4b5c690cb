-- CreateTable
CREATE TABLE "CallerProof" (
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "serviceId" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "language" "Language" NOT NULL,
    "browserHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "stateHash" BYTEA,
    "memorySealed" BYTEA,
    "problem" TEXT,
    "identitySealed" BYTEA,
    "codeHash" BYTEA,

    CONSTRAINT "CallerProof_pkey" PRIMARY KEY ("organisationId","id")
);

-- CreateIndex
CREATE INDEX "CallerProof_organisationId_serviceId_idx" ON "CallerProof"("organisationId", "serviceId");

-- CreateIndex
CREATE INDEX "CallerProof_organisationId_expiresAt_idx" ON "CallerProof"("organisationId", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "CallerProof_organisationId_browserHash_key" ON "CallerProof"("organisationId", "browserHash");

-- CreateIndex
CREATE UNIQUE INDEX "CallerProof_organisationId_stateHash_key" ON "CallerProof"("organisationId", "stateHash");

-- CreateIndex
CREATE UNIQUE INDEX "CallerProof_organisationId_codeHash_key" ON "CallerProof"("organisationId", "codeHash");

-- AddForeignKey
ALTER TABLE "CallerProof" ADD CONSTRAINT "CallerProof_organisationId_serviceId_fkey" FOREIGN KEY ("organisationId", "serviceId") REFERENCES "Service"("organisationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- Somebody is away at a provider, or back with a code, or neither; a code opens nothing without somebody behind it.
ALTER TABLE "CallerProof"
  ADD CONSTRAINT "CallerProof_hashes" CHECK (octet_length("browserHash") = 32 AND octet_length("stateHash") = 32 AND octet_length("codeHash") = 32),
  ADD CONSTRAINT "CallerProof_away_is_whole" CHECK (("stateHash" IS NULL) = ("memorySealed" IS NULL)),
  ADD CONSTRAINT "CallerProof_proven_is_whole" CHECK (("codeHash" IS NULL) = ("identitySealed" IS NULL)),
  ADD CONSTRAINT "CallerProof_one_at_a_time" CHECK (num_nonnulls("stateHash", "codeHash", problem) <= 1);

-- The second wall between organisations, for the table that is new.
ALTER TABLE "CallerProof" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CallerProof" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "CallerProof"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "CallerProof" TO balie_app;
