import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from '#db/client.ts';
import type { AttemptLimit, AttemptLimiter } from '#ports/attempt-limiter.ts';

type Counter = { readonly pool: object; readonly limiter: RateLimiterPostgres };
const counters = new Map<string, Counter>();

/** Attempts in the table `rate_limit`. Fails closed: no database, no attempt. */
export const postgresAttemptLimiter: AttemptLimiter = {
  allow: async (limit, key) => {
    try {
      await counterOf(limit).consume(createHash('sha256').update(key).digest('base64url'));
      return true;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false;
      throw refusal;
    }
  },
};

function counterOf({ name, attempts, perSeconds }: AttemptLimit): RateLimiterPostgres {
  const { pool } = database();
  const known = counters.get(name);
  if (known?.pool === pool) return known.limiter;
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points: attempts,
    duration: perSeconds,
  });
  counters.set(name, { pool, limiter });
  return limiter;
}
