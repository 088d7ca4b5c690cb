import { isUniqueViolation } from '#db/errors.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { CookieToken, OrganisationId, SpokenCode } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { IdentityFailure, VerifiedIdentity } from '#ports/identity-provider.ts';
import { createCookieToken, hashToken } from '#shared/secrets.ts';
import { drawSpokenCode, hashSpokenCode } from '#shared/spoken-code.ts';
import { comeBack } from './away-at-provider.ts';
import { hashState } from './begin-identification.ts';
import { type ReturnedCaller, saveProblem, saveProof, takeReturn } from './caller-proof.data.ts';
import { type BroughtBack, stateIn } from './finish-identification.ts';
import type { IdentityTools } from './identity-tools.ts';

/** So long somebody has to telephone who proved who they are. */
export const callersCodeMinutes = 30;
/** Even with a hundred codes alive, so many draws in a row do not all hit one of them. */
const mostDraws = 5;

export type AheadFailure =
  /** Nobody went there from this browser, or they were back already. */
  | { readonly code: 'notFound' }
  | { readonly code: 'crowded' }
  | (IdentityFailure & { readonly serviceSlug: string });

/** The digits to say, and what this browser is known by from now on. */
export type ProvenAhead = { readonly code: SpokenCode; readonly browser: CookieToken };

export type AheadTools = IdentityTools & { readonly linkSecret: string };

/** What is kept of a proof until they telephone is sealed for this alone. */
export const thingOfProof = (id: string): string => `caller-proof:${id}`;

/**
 * Reads what a provider says of who came back, and gives them six digits to say on the telephone: good for half an hour, and once. They are told
 * to this browser alone, and nobody can read them back.
 */
export async function finishAhead(
  tools: AheadTools,
  organisationId: OrganisationId,
  brought: BroughtBack,
  browser: CookieToken,
): Promise<Result<ProvenAhead, AheadFailure>> {
  const stateHash = hashState(stateIn(brought.query));
  const returned = await withOrganisation(organisationId, (scope) =>
    takeReturn(scope, stateHash, hashToken(browser)),
  );
  if (returned === null) return fail({ code: 'notFound' });
  const answer = await comeBack(tools, organisationId, brought, returned);
  if (answer.ok) return keep(tools, organisationId, returned, answer.value);
  const { failure } = answer;
  if (failure.code === 'notFound') return fail({ code: 'notFound' });
  await withOrganisation(organisationId, (scope) => saveProblem(scope, returned.id, failure.code));
  return fail({ ...failure, serviceSlug: returned.serviceSlug });
}

async function keep(
  { clock, sealing, linkSecret }: AheadTools,
  organisationId: OrganisationId,
  { id }: ReturnedCaller,
  identity: VerifiedIdentity,
): Promise<Result<ProvenAhead, AheadFailure>> {
  const sealedFor = { organisationId, thing: thingOfProof(id) };
  const identitySealed = sealing.seal(sealedFor, Buffer.from(JSON.stringify(identity)));
  const expiresAt = new Date(clock.now() + callersCodeMinutes * 60_000);
  // Whoever knew this browser before does not know it now: it may have been somebody else's on this computer.
  const browser = createCookieToken();
  const browserHash = hashToken(browser);
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const code = drawSpokenCode();
    const codeHash = hashSpokenCode(linkSecret, code, 'caller');
    const proven = { identitySealed, codeHash, browserHash, expiresAt };
    // Each draw by itself: who drew the same digits at the same moment makes the database refuse this one.
    const isKept = await withOrganisation(organisationId, (scope) => saveProof(scope, id, proven)).catch(
      refusedAsTwice,
    );
    if (isKept) return succeed({ code, browser });
  }
  return fail({ code: 'crowded' });
}

function refusedAsTwice(error: unknown): false {
  if (isUniqueViolation(error)) return false;
  throw error;
}
