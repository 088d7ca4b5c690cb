ALTER TABLE "PreparationNotes" ALTER COLUMN "writtenById" DROP NOT NULL;
