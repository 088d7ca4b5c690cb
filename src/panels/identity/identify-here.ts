import { withOrganisation } from '#db/organisation-scope.ts';
import { findRequest, isAskedOf } from '#db/requests.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { RequestId } from '#journey/ids.ts';
import { isOpen } from '#journey/requests.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type {
  CardHere,
  IdentityMemory,
  IdentityProvider,
  ScanHere,
  ScanStep,
} from '#ports/identity-provider.ts';
import { findAttempt } from './identification.data.ts';
import type { IdentityTools } from './identity-tools.ts';
import { openMemory } from './open-memory.ts';
import { walletScan } from './wallet-scan.ts';

/** Somebody who proves on our own page who they are, with a provider that has none. */
export type UnderWay = {
  readonly provider: IdentityProvider;
  readonly here: ScanHere | CardHere;
  readonly memory: IdentityMemory;
};

/** What this browser began for a request and did not end; null when there is nothing, or it is too late. */
export async function findUnderWay(
  tools: IdentityTools,
  actor: VisitActor,
  requestId: RequestId,
): Promise<UnderWay | null> {
  const { organisationId, visitId } = actor;
  const now = new Date(tools.clock.now());
  const attempt = await withOrganisation(organisationId, async (scope) => {
    const request = await findRequest(scope, requestId);
    const isTheirs = request !== null && isAskedOf(request, actor) && isOpen(request.state);
    return isTheirs ? findAttempt(scope, { requestId, visitId }, now) : null;
  });
  const provider = tools.providers.find(({ id }) => id === attempt?.provider);
  if (attempt === null || provider?.here === undefined) return null;
  const here =
    provider.here.kind === 'wallet' ? walletScan(tools, organisationId, provider.here) : provider.here;
  return { provider, here, memory: openMemory(tools, organisationId, attempt) };
}

/** Between two looks at the provider, and for how long one question of a browser is held: it asks again then. */
const lookEvery = 1_000;
const holdFor = 8_000;

/**
 * How far a scan is, told when it is further than the browser knows, or after some seconds.
 * @returns null while the provider does not answer
 */
export async function awaitStep(
  here: ScanHere,
  memory: IdentityMemory,
  known: ScanStep,
  signal: AbortSignal,
): Promise<ScanStep | null> {
  const until = performance.now() + holdFor;
  for (;;) {
    const step = await here.follow(memory);
    if (step !== known || signal.aborted || performance.now() > until) return step;
    await pause(signal);
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, lookEvery);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
  });
}

/** Four digits are soon tried out, and an app that is not the person's must not come in by trying. */
const tries = { name: 'identity-pairing', attempts: 5, perSeconds: 600 };

export type Paired = 'paired' | 'wrong' | 'tooMany';

/** Compares the code that somebody typed with the one that the app shows. */
export async function pairApp(
  limiter: AttemptLimiter,
  here: ScanHere,
  memory: IdentityMemory,
  digits: string,
): Promise<Paired> {
  if (!(await limiter.allow(tries, memory.state))) return 'tooMany';
  return (await here.pair(memory, digits)) ? 'paired' : 'wrong';
}
