import { withOrganisation } from '#db/organisation-scope.ts';
import type { LinkToken, OrganisationId, SpokenCode } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { Clock } from '#ports/clock.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { hashSpokenCode } from '#shared/spoken-code.ts';
import { takeSpokenCode } from './link.data.ts';
import { mayTrySpokenCode } from './link-limits.ts';

type Tools = {
  readonly clock: Clock;
  readonly linkSecret: string;
  readonly attemptLimiter: AttemptLimiter;
};

export type SpokenCodeMiss = {
  readonly code: /** Every miss, whatever was wrong. */
    | 'unknown'
    /** For who guesses. */
    | 'tooMany';
};

/**
 * The one link behind six digits that a clerk said aloud. Each try is counted before it is looked at, so that a thousand at once are no more
 * than five.
 */
export async function findLinkOfSpokenCode(
  { clock, linkSecret, attemptLimiter }: Tools,
  organisationId: OrganisationId,
  code: SpokenCode,
  address: string,
): Promise<Result<LinkToken, SpokenCodeMiss>> {
  if (!(await mayTrySpokenCode(attemptLimiter, organisationId, address))) return fail({ code: 'tooMany' });
  const codeHash = hashSpokenCode(linkSecret, code);
  const id = await withOrganisation(organisationId, (scope) =>
    takeSpokenCode(scope, codeHash, new Date(clock.now())),
  );
  return id === null ? fail({ code: 'unknown' }) : succeed(deriveLinkToken(linkSecret, id));
}
