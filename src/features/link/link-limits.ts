import { createHash } from 'node:crypto';
import type { OrganisationId } from '#journey/ids.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import { namesSomebody } from '#shared/http/client-address.ts';

/** A library or a town hall stands behind one address; a machine that guesses asks far more often. */
const perAddress = { name: 'link-address', attempts: 120, perSeconds: 60 };
/** Whoever guesses from many addresses still has to pass here; one person at one link does not come near. */
const perPrefix = { name: 'link-prefix', attempts: 30, perSeconds: 60 };

/** A code from paper is shorter than a link, and nobody types one every few seconds. */
const perCodeAddress = { name: 'code-address', attempts: 60, perSeconds: 600 };
const perCodePrefix = { name: 'code-prefix', attempts: 20, perSeconds: 600 };

/** Six digits are soon tried out: few tries for one address, and not many for all together. Past that, no code of the municipality opens anything for a while. */
const perSpokenAddress = { name: 'spoken-address', attempts: 5, perSeconds: 600 };
const perSpokenOrganisation = { name: 'spoken-organisation', attempts: 60, perSeconds: 600 };

/**
 * Whether one more look behind a link is allowed now.
 * @param token whatever stands in the address, also when it has not the form of a token
 */
export async function mayTryLink(limiter: AttemptLimiter, token: string, address: string): Promise<boolean> {
  const [byAddress, byPrefix] = await Promise.all([
    !namesSomebody(address) || limiter.allow(perAddress, address),
    limiter.allow(perPrefix, prefixOf(token)),
  ]);
  return byAddress && byPrefix;
}

/** Whether one more code from a printed sheet may be tried now. @param typed also when it cannot be a code */
export async function mayTryCode(limiter: AttemptLimiter, typed: string, address: string): Promise<boolean> {
  const [byAddress, byPrefix] = await Promise.all([
    !namesSomebody(address) || limiter.allow(perCodeAddress, address),
    limiter.allow(perCodePrefix, prefixOf(typed)),
  ]);
  return byAddress && byPrefix;
}

/** Whether six digits may be tried now; the try is counted by asking. */
export async function mayTrySpokenCode(
  limiter: AttemptLimiter,
  organisationId: OrganisationId,
  address: string,
): Promise<boolean> {
  // One address that is stopped must not use up what all others have.
  if (namesSomebody(address) && !(await limiter.allow(perSpokenAddress, address))) return false;
  return limiter.allow(perSpokenOrganisation, organisationId);
}

function prefixOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 4);
}
