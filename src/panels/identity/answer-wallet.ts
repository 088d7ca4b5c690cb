import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, WalletToken } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { IdentityMemory, WalletHere } from '#ports/identity-provider.ts';
import { createWalletToken, hashToken } from '#shared/secrets.ts';
import type { IdentityTools } from './identity-tools.ts';
import { openMemory } from './open-memory.ts';
import {
  findAsked,
  findExchange,
  isWaitingForNumber,
  saveAnswer,
  saveFetched,
  type WalletExchange,
} from './wallet-exchange.data.ts';

/** What is kept of a wallet's answer until the browser comes back is sealed for this alone. */
export const thingOfAnswer = (stateHash: Uint8Array): string =>
  `wallet-answer:${Buffer.from(stateHash).toString('hex')}`;

type Asked = {
  readonly stateHash: Uint8Array<ArrayBuffer>;
  readonly here: WalletHere;
  readonly memory: IdentityMemory;
};

async function findAskedOf(
  tools: IdentityTools,
  organisationId: OrganisationId,
  provider: string,
  handle: WalletToken,
): Promise<Asked | null> {
  const now = new Date(tools.clock.now());
  const asked = await withOrganisation(organisationId, (scope) => findAsked(scope, hashToken(handle), now));
  const here = tools.providers.find(({ id }) => id === provider)?.here;
  if (asked === null || asked.provider !== provider || here?.kind !== 'wallet') return null;
  return { stateHash: asked.stateHash, here, memory: openMemory(tools, organisationId, asked) };
}

/**
 * The request that a wallet fetches under the name it was given, signed.
 * @param walletNonce what it wants to find in it; null where it wants nothing
 * @returns null when there is nothing of that name (any more)
 */
export async function askWallet(
  tools: IdentityTools,
  organisationId: OrganisationId,
  { provider, handle, walletNonce }: { provider: string; handle: WalletToken; walletNonce: string | null },
): Promise<string | null> {
  const asked = await findAskedOf(tools, organisationId, provider, handle);
  if (asked === null) return null;
  const at = tools.clock.now();
  const signed = await asked.here.ask(asked.memory, walletNonce, at);
  await withOrganisation(organisationId, (scope) => saveFetched(scope, asked.stateHash, new Date(at)));
  return signed;
}

/** Where a wallet sends its person on to; nowhere where they said no on another device. */
export type Onwards = { readonly redirectUri: string | null };

/**
 * Takes what a wallet posts: once, and unread. It is judged when the browser comes back that asked.
 * @returns null when nothing was asked under that name, or it was answered, is over, or was withdrawn
 */
export async function takeFromWallet(
  tools: IdentityTools,
  organisationId: OrganisationId,
  { provider, handle, posted }: { provider: string; handle: WalletToken; posted: URLSearchParams },
): Promise<Onwards | null> {
  const asked = await findAskedOf(tools, organisationId, provider, handle);
  if (asked === null) return null;
  const { stateHash, memory } = asked;
  const code = createWalletToken();
  const answeredAt = new Date(tools.clock.now());
  const sealedFor = { organisationId, thing: thingOfAnswer(stateHash) };
  const answerSealed = tools.sealing.seal(sealedFor, Buffer.from(posted.toString()));
  return withOrganisation(organisationId, async (scope) => {
    const exchange = await findExchange(scope, stateHash);
    if (exchange === null) return null;
    // Who said no has nothing to compare.
    const isOver = posted.has('error') && !exchange.isOnThisDevice;
    const matchedAt = isOver ? answeredAt : null;
    const answered = { answerSealed, codeHash: hashToken(code), answeredAt, matchedAt };
    const { isOnThisDevice } = exchange;
    if (!(await saveAnswer(scope, { stateHash, isOnThisDevice }, answered))) return null;
    return { redirectUri: isOver ? null : onwards(memory, code, exchange) };
  });
}

/** On the same device back to the browser that asked; on another one to a page with the number to type there. */
function onwards(
  { asked, state }: IdentityMemory,
  code: WalletToken,
  { isOnThisDevice }: Pick<WalletExchange, 'isOnThisDevice'>,
): string {
  if (!isOnThisDevice) return new URL(`/wallet/${code}`, asked.redirectUri).href;
  const back = new URL(asked.redirectUri);
  back.search = new URLSearchParams({ state, response_code: code }).toString();
  return back.href;
}

/** Four digits of what is kept of a code: both sides make them alike. */
export function numberOf(codeHash: Uint8Array): string {
  return String(Buffer.from(codeHash).readUInt32BE(0) % 10_000).padStart(4, '0');
}

/** The number that the wallet's device shows; null when nobody waits for it (any more). */
export async function readWalletNumber(
  { clock }: Pick<IdentityTools, 'clock'>,
  organisationId: OrganisationId,
  code: WalletToken,
): Promise<string | null> {
  const codeHash = hashToken(code);
  const isAsked = await withOrganisation(organisationId, (scope) =>
    isWaitingForNumber(scope, codeHash, new Date(clock.now())),
  );
  return isAsked ? numberOf(codeHash) : null;
}

/**
 * What a wallet posted for who comes back, where it is known that both are one person: they typed its number, or brought its code.
 * @param brought the query of the address that the browser came back to
 */
export function openPosted(
  { sealing }: Pick<IdentityTools, 'sealing'>,
  organisationId: OrganisationId,
  attempt: { readonly stateHash: Uint8Array; readonly wallet: WalletExchange | null },
  brought: string,
): Result<string | null, { readonly code: 'invalidAnswer'; readonly detail: string }> {
  const { wallet, stateHash } = attempt;
  if (wallet === null || wallet.answerSealed === null) return succeed(null);
  if (wallet.isOnThisDevice && !hasCode(brought, wallet.codeHash))
    return fail({ code: 'invalidAnswer', detail: 'answer: no response code' });
  if (!wallet.isOnThisDevice && wallet.matchedAt === null) return succeed(null);
  const opened = sealing.open({ organisationId, thing: thingOfAnswer(stateHash) }, wallet.answerSealed);
  return succeed(Buffer.from(opened).toString());
}

function hasCode(query: string, codeHash: Uint8Array | null): boolean {
  const code = new URLSearchParams(query).get('response_code') ?? '';
  return codeHash !== null && Buffer.from(hashToken(code as WalletToken)).equals(codeHash);
}
