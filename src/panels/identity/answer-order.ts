import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { CookieToken, OrganisationId, ProofToken } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { BeginFailure, IdentityFailure, VerifiedIdentity } from '#ports/identity-provider.ts';
import { createProofToken, hashToken } from '#shared/secrets.ts';
import { comeBack, goAway, type Leaving } from './away-at-provider.ts';
import { hashState } from './begin-identification.ts';
import { findIdentifyStatement, type IdentifyStatement } from './caller-proof.data.ts';
import { type BroughtBack, stateIn } from './finish-identification.ts';
import type { IdentityTools } from './identity-tools.ts';
import {
  findOrder,
  type OpenOrder,
  type ReturnedProver,
  saveAnswer,
  saveOrderLeaving,
  saveOrderProblem,
  takeOrderReturn,
} from './ordered-proof.data.ts';

/** So long the software that asked may fetch the answer. */
const fetchedWithinMinutes = 10;

/** What is kept of an answer until it is fetched is sealed for this alone. */
export const thingOfOrder = (id: string): string => `ordered-proof:${id}`;

/** What the citizen is asked, by whom and for what; null when there is nothing behind the address (any more). */
export function readOrder(
  { clock }: Pick<IdentityTools, 'clock'>,
  organisationId: OrganisationId,
  token: ProofToken,
): Promise<(OpenOrder & { readonly statement: IdentifyStatement }) | null> {
  return withOrganisation(organisationId, async (scope) => {
    const order = await findOrder(scope, hashToken(token), new Date(clock.now()));
    const statement = order && (await findIdentifyStatement(scope, order.serviceId));
    return order && statement && { ...order, statement };
  });
}

type Missing = { readonly code: 'notFound' };

/** Sends somebody to a provider. It counts in the browser that went last. */
export async function beginOrdered(
  tools: IdentityTools,
  organisationId: OrganisationId,
  token: ProofToken,
  { browser, ...leaving }: Leaving & { readonly browser: CookieToken },
): Promise<Result<{ readonly redirectUrl: string }, Missing | BeginFailure>> {
  const order = await readOrder(tools, organisationId, token);
  if (order === null || order.isAnswered) return fail({ code: 'notFound' });
  const gone = await goAway(tools, organisationId, order.statement, leaving);
  if (!gone.ok) return gone;
  const { redirectUrl, away } = gone.value;
  const { stateHash, memorySealed } = away;
  const kept = { browserHash: hashToken(browser), stateHash, memorySealed };
  const isKept = await withOrganisation(organisationId, (scope) => saveOrderLeaving(scope, order.id, kept));
  return isKept ? succeed({ redirectUrl }) : fail({ code: 'notFound' });
}

/** Somebody would rather not; the software is told that, and nothing of who it was. */
export async function declineOrder(
  tools: IdentityTools,
  organisationId: OrganisationId,
  token: ProofToken,
): Promise<Result<Onward, Missing>> {
  const order = await readOrder(tools, organisationId, token);
  const isDeclined =
    order !== null &&
    (await answer(tools, organisationId, order.id, { identitySealed: null, returnHash: null }));
  if (order === null || !isDeclined) return fail({ code: 'notFound' });
  return succeed({ returnUrl: returnUrlOf(order, { declined: '1' }) });
}

/** Where the browser goes on: to the software that asked, with what fetches the answer, or nowhere. */
export type Onward = { readonly returnUrl: string | null };

/** Reads what a provider says of who came back. Only for the browser that left, and once. */
export async function finishOrdered(
  tools: IdentityTools,
  organisationId: OrganisationId,
  brought: BroughtBack,
  browser: CookieToken,
): Promise<Result<Onward, Missing | IdentityFailure>> {
  const stateHash = hashState(stateIn(brought.query));
  const returned = await withOrganisation(organisationId, (scope) =>
    takeOrderReturn(scope, stateHash, hashToken(browser)),
  );
  if (returned === null) return fail({ code: 'notFound' });
  const said = await comeBack(tools, organisationId, brought, returned);
  if (said.ok) return keep(tools, organisationId, returned, said.value);
  const { code } = said.failure;
  await withOrganisation(organisationId, (scope) => saveOrderProblem(scope, returned.id, code));
  return said;
}

async function keep(
  tools: IdentityTools,
  organisationId: OrganisationId,
  { id, returnAddress }: ReturnedProver,
  identity: VerifiedIdentity,
): Promise<Result<Onward, Missing>> {
  const sealedFor = { organisationId, thing: thingOfOrder(id) };
  const identitySealed = tools.sealing.seal(sealedFor, Buffer.from(JSON.stringify(identity)));
  const code = returnAddress === null ? null : createProofToken();
  const isKept = await answer(tools, organisationId, id, {
    identitySealed,
    returnHash: code && hashToken(code),
  });
  if (!isKept) return fail({ code: 'notFound' });
  return succeed({ returnUrl: code && returnUrlOf({ id, returnAddress }, { code }) });
}

function returnUrlOf(
  { id, returnAddress }: Pick<ReturnedProver, 'id' | 'returnAddress'>,
  more: Readonly<Record<string, string>>,
): string | null {
  if (returnAddress === null) return null;
  const url = new URL(returnAddress);
  for (const [name, value] of Object.entries({ proof: id, ...more })) url.searchParams.set(name, value);
  return url.href;
}

function answer(
  { clock }: IdentityTools,
  organisationId: OrganisationId,
  id: ReturnedProver['id'],
  what: Pick<Parameters<typeof saveAnswer>[2], 'identitySealed' | 'returnHash'>,
): Promise<boolean> {
  const now = clock.now();
  const expiresAt = new Date(now + fetchedWithinMinutes * 60_000);
  return withOrganisation(organisationId, async (scope) => {
    if (!(await saveAnswer(scope, id, { ...what, answeredAt: new Date(now), expiresAt }))) return false;
    await recordEvent(scope, {
      streams: [`organisation:${organisationId}`],
      type: what.identitySealed === null ? 'proof.declined' : 'proof.answered',
      actor: systemActor,
      payload: { proofId: id },
      at: now,
    });
    return true;
  });
}
