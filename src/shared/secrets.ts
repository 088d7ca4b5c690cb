import { createHash, createHmac, randomBytes } from 'node:crypto';
import type {
  AppointmentId,
  CompanionLinkId,
  CompanionToken,
  CookieToken,
  FeedToken,
  LinkToken,
  ProofToken,
  WalletToken,
} from '#journey/ids.ts';

/** A new secret for a cookie, 256 random bits. */
export function createCookieToken(): CookieToken {
  return randomBytes(32).toString('base64url') as CookieToken;
}

/** A new secret for the address of a calendar, 256 random bits. */
export function createFeedToken(): FeedToken {
  return randomBytes(32).toString('base64url') as FeedToken;
}

/** A new secret around a proof that other software asked for, 256 random bits. */
export function createProofToken(): ProofToken {
  return randomBytes(32).toString('base64url') as ProofToken;
}

/** A new secret for a wallet that answered, 256 random bits. */
export function createWalletToken(): WalletToken {
  return randomBytes(32).toString('base64url') as WalletToken;
}

/** What is stored of a secret: SHA-256. Enough for secrets of 256 bits, which cannot be guessed. */
export function hashToken(
  token: LinkToken | CompanionToken | CookieToken | FeedToken | ProofToken | WalletToken,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token).digest());
}

/**
 * The secret of an appointment's one link: HMAC-SHA-256 of its id under the server's key, 256 bits.
 * Derived, so that a reminder can carry the link though the database holds only its hash.
 */
export function deriveLinkToken(linkSecret: string, appointmentId: AppointmentId): LinkToken {
  return createHmac('sha256', linkSecret).update(`link:${appointmentId}`).digest('base64url') as LinkToken;
}

/** The secret of a third person's own link, made as that of an appointment, so that it can be shown again. */
export function deriveCompanionToken(linkSecret: string, id: CompanionLinkId): CompanionToken {
  return createHmac('sha256', linkSecret).update(`companion:${id}`).digest('base64url') as CompanionToken;
}

/** Whether a string from outside has the form of a token; anything else is a miss without a look in the database. */
export function parseToken<Token extends LinkToken | CookieToken | FeedToken | ProofToken | WalletToken>(
  value: string,
): Token | null {
  return /^[A-Za-z0-9_-]{43}$/.test(value) ? (value as Token) : null;
}
