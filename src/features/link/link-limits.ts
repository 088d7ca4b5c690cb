import { createHash } from 'node:crypto';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';

/** A library or a town hall stands behind one address; a machine that guesses asks far more often. */
const perAddress = { name: 'link-address', attempts: 120, perSeconds: 60 };
/** Whoever guesses from many addresses still has to pass here; one person at one link does not come near. */
const perPrefix = { name: 'link-prefix', attempts: 30, perSeconds: 60 };

/**
 * Whether one more look behind a link is allowed now.
 * @param token whatever stands in the address, also when it has not the form of a token
 */
export async function mayTryLink(limiter: AttemptLimiter, token: string, address: string): Promise<boolean> {
  const prefix = createHash('sha256').update(token).digest('hex').slice(0, 4);
  const [byAddress, byPrefix] = await Promise.all([
    limiter.allow(perAddress, address),
    limiter.allow(perPrefix, prefix),
  ]);
  return byAddress && byPrefix;
}
