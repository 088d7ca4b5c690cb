ALTER TYPE "MessageKind" ADD VALUE 'otherChannel';
ALTER TYPE "DiscardReason" ADD VALUE 'noLongerProposed';
