import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { moveRequest } from '#db/requests.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import type { OrganisationId, RequestId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { IdentityFailure, VerifiedIdentity } from '#ports/identity-provider.ts';
import { openPosted } from './answer-wallet.ts';
import { hashState } from './begin-identification.ts';
import { finishSafely } from './finish-safely.ts';
import {
  type Attempt,
  type Departure,
  findDeparture,
  nameUnknown,
  saveIdentification,
  takeAttempt,
} from './identification.data.ts';
import type { IdentityTools } from './identity-tools.ts';
import { sealNumber } from './national-number.ts';
import { openMemory } from './open-memory.ts';

export type FinishFailure =
  | IdentityFailure
  /** Nobody went there from this browser, or they were back already. */
  | { readonly code: 'notFound' }
  /** The request was withdrawn or over meanwhile: nothing was kept. */
  | { readonly code: 'settled' };

/** What the browser brought back, to the address of a provider. */
export type BroughtBack = { readonly provider: string; readonly query: string };

/** From where somebody left who comes back now; null for a state that nobody knows. */
export function findReturn(organisationId: OrganisationId, query: string): Promise<Departure | null> {
  const stateHash = hashState(stateIn(query));
  return withOrganisation(organisationId, (scope) => findDeparture(scope, stateHash));
}

/**
 * Reads what a provider says of the person who came back. It counts for the request and in the browser that began it alone, and once: another
 * browser's answer is nobody's.
 */
export async function finishIdentification(
  tools: IdentityTools,
  actor: VisitActor,
  { provider: id, query }: BroughtBack,
): Promise<Result<{ readonly requestId: RequestId }, FinishFailure>> {
  const { organisationId, visitId } = actor;
  const stateHash = hashState(stateIn(query));
  const attempt = await withOrganisation(organisationId, (scope) => takeAttempt(scope, stateHash, visitId));
  const provider = tools.providers.find((each) => each.id === id);
  if (attempt === null || provider === undefined || attempt.provider !== id)
    return fail({ code: 'notFound' });

  const at = tools.clock.now();
  const posted = openPosted(tools, organisationId, attempt, query);
  const answer = !posted.ok
    ? posted
    : at > attempt.expiresAt.getTime()
      ? fail({ code: 'expired' } as const)
      : await finishSafely(
          provider,
          { query, posted: posted.value, at },
          openMemory(tools, organisationId, attempt),
        );
  return withOrganisation(organisationId, (scope) =>
    answer.ok
      ? keep(scope, tools, { actor, attempt, identity: answer.value })
      : giveBack(scope, tools, { actor, attempt, failure: answer.failure }),
  );
}

/** The state in the query of the address that somebody came back to. */
export const stateIn = (query: string): string => new URLSearchParams(query).get('state') ?? '';

type Known = { readonly actor: VisitActor; readonly attempt: Attempt; readonly identity: VerifiedIdentity };

async function keep(
  scope: OrganisationScope,
  { clock, sealing }: IdentityTools,
  { actor, attempt: { requestId, visitId }, identity }: Known,
): Promise<Result<{ readonly requestId: RequestId }, FinishFailure>> {
  const at = clock.now();
  const fulfilled = await moveRequest(scope, requestId, 'fulfil', { actor: eventActorOf(actor), at });
  if (fulfilled === null) return fail({ code: 'settled' });
  const { organisationId } = scope;
  const number = sealNumber(sealing, { organisationId, requestId }, identity.nationalNumber);
  await saveIdentification(scope, { requestId, visitId, identity, number, identifiedAt: new Date(at) });
  await nameUnknown(scope, requestId, identity.name);
  return succeed({ requestId });
}

type Failed = { readonly actor: VisitActor; readonly attempt: Attempt; readonly failure: IdentityFailure };

/** The request is where it was, with why: the person may try again, and the clerk sees it. */
async function giveBack(
  scope: OrganisationScope,
  { clock }: IdentityTools,
  { actor, attempt: { requestId, provider }, failure }: Failed,
): Promise<Result<never, FinishFailure>> {
  const happened = { actor: eventActorOf(actor), at: clock.now(), progress: provider };
  await moveRequest(scope, requestId, 'pause', { ...happened, problem: failure.code });
  return fail(failure);
}
