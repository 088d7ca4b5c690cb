ALTER TYPE "MessageKind" ADD VALUE 'companionLink';
ALTER TYPE "DiscardReason" ADD VALUE 'companionGone';
