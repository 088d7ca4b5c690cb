import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { CookieToken, OrganisationId, ServiceId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { type BeginFailure, identityMinutes } from '#ports/identity-provider.ts';
import { hashToken } from '#shared/secrets.ts';
import { hashState, suitableProviders } from './begin-identification.ts';
import {
  findIdentifyStatement,
  findProof,
  type IdentifyStatement,
  saveLeaving,
} from './caller-proof.data.ts';
import { identitySettings } from './identity-settings.ts';
import { type IdentityTools, thingOfAttempt } from './identity-tools.ts';

export type AheadRefusal =
  /** The service states nothing of it, or no provider can vouch for what it needs. */
  { readonly code: 'notFound' } | BeginFailure;

type Chosen = {
  readonly serviceId: ServiceId;
  readonly provider: string;
  readonly language: Language;
  /** Where that provider sends people back to. */
  readonly redirectUri: string;
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
  { clock, providers, sealing }: IdentityTools,
  organisationId: OrganisationId,
  { serviceId, provider: id, language, redirectUri, browser, formerly }: Chosen,
): Promise<Result<{ readonly redirectUrl: string }, AheadRefusal>> {
  const statement = await readStatement(organisationId, serviceId);
  if (statement === null) return fail({ code: 'notFound' });
  const provider = suitableProviders(providers, statement).find((each) => each.id === id);
  if (provider === undefined) return fail({ code: 'notFound' });
  const { level, attributes } = identitySettings.parse(statement.settings);
  const askedAt = clock.now();
  // The provider may be slow: nothing is held in the database meanwhile.
  const begun = await provider.begin({ level, attributes, language, redirectUri, askedAt });
  if (!begun.ok) return begun;
  const { redirectUrl, memory } = begun.value;
  const stateHash = hashState(memory.state);
  const sealedFor = { organisationId, thing: thingOfAttempt(stateHash) };
  const leaving = {
    serviceId,
    statementId: statement.id,
    language,
    browserHash: hashToken(browser),
    stateHash,
    memorySealed: sealing.seal(sealedFor, Buffer.from(JSON.stringify(memory))),
    createdAt: new Date(askedAt),
    expiresAt: new Date(askedAt + identityMinutes * 60_000),
  };
  await withOrganisation(organisationId, (scope: OrganisationScope) =>
    saveLeaving(scope, leaving, formerly && hashToken(formerly)),
  );
  return succeed({ redirectUrl });
}
