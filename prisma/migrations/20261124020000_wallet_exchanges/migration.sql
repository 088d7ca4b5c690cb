-- CreateTable
CREATE TABLE "WalletExchange" (
    "organisationId" UUID NOT NULL,
    "stateHash" BYTEA NOT NULL,
    "handleHash" BYTEA NOT NULL,
    "fetchedAt" TIMESTAMPTZ,
    "isOnThisDevice" BOOLEAN NOT NULL DEFAULT false,
    "answerSealed" BYTEA,
    "answeredAt" TIMESTAMPTZ,
    "codeHash" BYTEA,
    "matchedAt" TIMESTAMPTZ,

    CONSTRAINT "WalletExchange_pkey" PRIMARY KEY ("organisationId","stateHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "WalletExchange_organisationId_handleHash_key" ON "WalletExchange"("organisationId", "handleHash");

-- CreateIndex
CREATE UNIQUE INDEX "WalletExchange_organisationId_codeHash_key" ON "WalletExchange"("organisationId", "codeHash");

-- AddForeignKey
ALTER TABLE "WalletExchange" ADD CONSTRAINT "WalletExchange_organisationId_stateHash_fkey" FOREIGN KEY ("organisationId", "stateHash") REFERENCES "IdentificationAttempt"("organisationId", "stateHash") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "WalletExchange"
  ADD CONSTRAINT "WalletExchange_names_are_hashed" CHECK (length("handleHash") = 32 AND ("codeHash" IS NULL OR length("codeHash") = 32)),
  ADD CONSTRAINT "WalletExchange_one_answer" CHECK (("answerSealed" IS NULL) = ("answeredAt" IS NULL) AND ("answerSealed" IS NULL) = ("codeHash" IS NULL)),
  ADD CONSTRAINT "WalletExchange_matched_answer" CHECK ("matchedAt" IS NULL OR ("answeredAt" IS NOT NULL AND NOT "isOnThisDevice"));

-- The second wall between organisations, for the table that is new.
ALTER TABLE "WalletExchange" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WalletExchange" FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_only ON "WalletExchange"
  USING ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid)
  WITH CHECK ("organisationId" = nullif(current_setting('app.organisation', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "WalletExchange" TO balie_app;
