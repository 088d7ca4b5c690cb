ALTER TYPE "MessageKind" ADD VALUE 'turnNear';
ALTER TYPE "DiscardReason" ADD VALUE 'noLongerWaits';
