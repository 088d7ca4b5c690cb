import { createHash } from 'node:crypto';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findRequest, type HeldRequest, isAskedOf, moveRequest } from '#db/requests.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import { reachesLevel } from '#journey/assurance-level.ts';
import type { RequestId, WalletToken } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { isOpen } from '#journey/requests.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import {
  type BeginFailure,
  type IdentityMemory,
  type IdentityProvider,
  identityMinutes,
} from '#ports/identity-provider.ts';
import { hashToken } from '#shared/secrets.ts';
import { saveAttempt } from './identification.data.ts';
import { identitySettings } from './identity-settings.ts';
import { type IdentityTools, thingOfAttempt } from './identity-tools.ts';
import { saveExchange } from './wallet-exchange.data.ts';

export type BeginRefusal =
  /** Unknown, or asked of somebody else: the same answer. */
  | { readonly code: 'notFound' }
  /** It was withdrawn, answered or over meanwhile. */
  | { readonly code: 'settled' }
  /** No provider of that name, or none that can vouch for what is needed. */
  | { readonly code: 'unknownProvider' }
  | BeginFailure;

type Chosen = {
  readonly provider: string;
  readonly language: Language;
  /** Where that provider sends people back to. */
  readonly redirectUri: string;
};

/** What is known of a state in the database. */
export const hashState = (state: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(state).digest());

/** The providers that can vouch for what a request needs. */
export function suitableProviders(
  providers: readonly IdentityProvider[],
  { settings }: Pick<HeldRequest, 'settings'>,
): readonly IdentityProvider[] {
  const { level } = identitySettings.parse(settings);
  return providers.filter(({ highestLevel }) => reachesLevel(highestLevel, level));
}

/**
 * Sends the person who is asked to a provider, or (null) to our own page where the provider has none. What must be known when they are back is kept encrypted, for this request and this browser
 * alone, for ten minutes.
 */
export async function beginIdentification(
  tools: IdentityTools,
  actor: VisitActor,
  requestId: RequestId,
  chosen: Chosen,
): Promise<Result<{ readonly redirectUrl: string | null }, BeginRefusal>> {
  const request = await withOrganisation(actor.organisationId, (scope) => findRequest(scope, requestId));
  const refusal = refusalOf(request, actor);
  if (request === null || refusal !== null) return fail(refusal ?? { code: 'notFound' });
  const provider = suitableProviders(tools.providers, request).find(({ id }) => id === chosen.provider);
  if (provider === undefined) return fail({ code: 'unknownProvider' });

  const { level, attributes } = identitySettings.parse(request.settings);
  const { language, redirectUri } = chosen;
  const askedAt = tools.clock.now();
  // The provider may be slow: nothing is held in the database meanwhile.
  const begun = await provider.begin({ level, attributes, language, redirectUri, askedAt });
  if (!begun.ok) {
    await leaveProblem(tools, actor, requestId, provider.id, begun.failure.code);
    return begun;
  }
  const { redirectUrl, memory } = begun.value;
  const isKept = await keep(tools, actor, requestId, { provider, memory });
  return isKept ? succeed({ redirectUrl }) : fail({ code: 'settled' });
}

function refusalOf(request: HeldRequest | null, actor: VisitActor): BeginRefusal | null {
  if (request === null || request.kind !== 'identify' || !isAskedOf(request, actor))
    return { code: 'notFound' };
  return isOpen(request.state) ? null : { code: 'settled' };
}

/** @returns false when the request was settled meanwhile */
function keep(
  { clock, sealing }: IdentityTools,
  actor: VisitActor,
  requestId: RequestId,
  { provider: { here }, memory }: { readonly provider: IdentityProvider; readonly memory: IdentityMemory },
): Promise<boolean> {
  const { organisationId, visitId } = actor;
  const stateHash = hashState(memory.state);
  const sealedFor = { organisationId, thing: thingOfAttempt(stateHash) };
  const expiresAt = new Date(memory.asked.askedAt + identityMinutes * 60_000);
  return withOrganisation(organisationId, async (scope) => {
    const at = clock.now();
    const happened = { actor: eventActorOf(actor), at, progress: memory.provider };
    if ((await moveRequest(scope, requestId, 'begin', happened)) === null) return false;
    const memorySealed = sealing.seal(sealedFor, Buffer.from(JSON.stringify(memory)));
    const attempt = { requestId, visitId, provider: memory.provider, stateHash, memorySealed, expiresAt };
    await saveAttempt(scope, attempt, new Date(at));
    if (here?.kind === 'wallet')
      await saveExchange(scope, stateHash, hashToken(here.handleOf(memory) as WalletToken));
    return true;
  });
}

/** So that the clerk sees why nothing happens. */
async function leaveProblem(
  { clock }: IdentityTools,
  actor: VisitActor,
  requestId: RequestId,
  progress: string,
  problem: string,
): Promise<void> {
  const by = { actor: eventActorOf(actor), at: clock.now() };
  await withOrganisation(actor.organisationId, async (scope) => {
    await moveRequest(scope, requestId, 'begin', { ...by, progress });
    await moveRequest(scope, requestId, 'pause', { ...by, progress, problem });
  });
}
