import { withOrganisation } from '#db/organisation-scope.ts';
import type { CookieToken, OrganisationId, ServiceId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { BeginFailure } from '#ports/identity-provider.ts';
import { hashToken } from '#shared/secrets.ts';
import { goAway, type Leaving } from './away-at-provider.ts';
import {
  findIdentifyStatement,
  findProof,
  type IdentifyStatement,
  saveLeaving,
} from './caller-proof.data.ts';
import type { IdentityTools } from './identity-tools.ts';

export type AheadRefusal =
  /** The service states nothing of it, or no provider can vouch for what it needs. */
  { readonly code: 'notFound' } | BeginFailure;

type Chosen = Leaving & {
  readonly serviceId: ServiceId;
  /** Of the browser in which it is done, and counts. */
  readonly browser: CookieToken;
  /** What this browser was known by before: what it proved then opens nothing any more. Null when it was not. */
  readonly formerly: CookieToken | null;
};

/** What a service states of identifying, for who does so before they telephone; null where it states nothing. */
export function readStatement(
  organisationId: OrganisationId,
  serviceId: ServiceId,
): Promise<IdentifyStatement | null> {
  return withOrganisation(organisationId, (scope) => findIdentifyStatement(scope, serviceId));
}

/** How far a browser is that began this; null when it did not, or it is over. */
export function readProof(
  { clock }: Pick<IdentityTools, 'clock'>,
  organisationId: OrganisationId,
  browser: CookieToken,
) {
  return withOrganisation(organisationId, (scope) =>
    findProof(scope, hashToken(browser), new Date(clock.now())),
  );
}

/**
 * Sends somebody to a provider who proves who they are before they telephone. Until they do, it is nobody's appointment: what is remembered is
 * encrypted, for this browser alone, and goes when it is not used.
 */
export async function beginAhead(
  tools: IdentityTools,
  organisationId: OrganisationId,
  { serviceId, browser, formerly, ...leaving }: Chosen,
): Promise<Result<{ readonly redirectUrl: string }, AheadRefusal>> {
  const statement = await readStatement(organisationId, serviceId);
  if (statement === null) return fail({ code: 'notFound' });
  const gone = await goAway(tools, organisationId, statement, leaving);
  if (!gone.ok) return gone;
  const { redirectUrl, away } = gone.value;
  const { leftAt, ...rest } = away;
  const kept = {
    ...rest,
    serviceId,
    statementId: statement.id,
    language: leaving.language,
    browserHash: hashToken(browser),
    createdAt: leftAt,
  };
  await withOrganisation(organisationId, (scope) =>
    saveLeaving(scope, kept, formerly && hashToken(formerly)),
  );
  return succeed({ redirectUrl });
}
