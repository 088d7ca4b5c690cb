import type { OrganisationScope } from '#db/organisation-scope.ts';
import { openStates } from '#journey/requests.ts';

type Hash = Uint8Array<ArrayBuffer>;

/** How far a wallet is with what was asked of it. */
export type WalletExchange = {
  readonly fetchedAt: Date | null;
  readonly isOnThisDevice: boolean;
  readonly answerSealed: Hash | null;
  readonly codeHash: Hash | null;
  readonly matchedAt: Date | null;
};

const exchange = {
  fetchedAt: true,
  isOnThisDevice: true,
  answerSealed: true,
  codeHash: true,
  matchedAt: true,
} as const;

/** Beside an attempt: what its wallet did, for who takes the attempt. */
export const withWallet = { wallet: { select: exchange } } as const;

/** Lets a wallet find an attempt under a name of its own. */
export async function saveExchange(
  { db, organisationId }: OrganisationScope,
  stateHash: Hash,
  handleHash: Hash,
): Promise<void> {
  await db.walletExchange.create({ data: { organisationId, stateHash, handleHash } });
}

/** What a wallet asks about, by the name that it was given; null when it is over, or was never there. */
export async function findAsked(
  { db }: OrganisationScope,
  handleHash: Hash,
  now: Date,
): Promise<{ readonly stateHash: Hash; readonly provider: string; readonly memorySealed: Hash } | null> {
  const row = await db.walletExchange.findFirst({
    where: {
      handleHash,
      answeredAt: null,
      attempt: { expiresAt: { gt: now }, request: { state: { in: [...openStates] } } },
    },
    select: { attempt: { select: { stateHash: true, provider: true, memorySealed: true } } },
  });
  return (row?.attempt ?? null) as Awaited<ReturnType<typeof findAsked>>;
}

/** Of what this browser began: how far its wallet is; null when it is over. */
export async function findExchange(
  { db }: OrganisationScope,
  stateHash: Hash,
): Promise<WalletExchange | null> {
  const row = await db.walletExchange.findFirst({ where: { stateHash }, select: exchange });
  return row as WalletExchange | null;
}

export async function saveFetched({ db }: OrganisationScope, stateHash: Hash, now: Date): Promise<void> {
  await db.walletExchange.updateMany({ where: { stateHash, fetchedAt: null }, data: { fetchedAt: now } });
}

type Answered = Pick<WalletExchange, 'matchedAt'> & {
  readonly answerSealed: Hash;
  readonly codeHash: Hash;
  readonly answeredAt: Date;
};

/** Keeps the first answer. @returns false when there was one already, or the wallet is on the other device after all */
export async function saveAnswer(
  { db }: OrganisationScope,
  { stateHash, isOnThisDevice }: { readonly stateHash: Hash; readonly isOnThisDevice: boolean },
  answered: Answered,
): Promise<boolean> {
  const { count } = await db.walletExchange.updateMany({
    where: { stateHash, isOnThisDevice, answeredAt: null },
    data: answered,
  });
  return count === 1;
}

/** The app is where the browser is. @returns false when it has answered already */
export async function saveOnThisDevice({ db }: OrganisationScope, stateHash: Hash): Promise<boolean> {
  const { count } = await db.walletExchange.updateMany({
    where: { stateHash, answeredAt: null },
    data: { isOnThisDevice: true },
  });
  return count === 1;
}

/** Somebody typed the number that the wallet's device shows. */
export async function saveMatched({ db }: OrganisationScope, stateHash: Hash, now: Date): Promise<boolean> {
  const { count } = await db.walletExchange.updateMany({
    where: { stateHash, answeredAt: { not: null }, isOnThisDevice: false },
    data: { matchedAt: now },
  });
  return count === 1;
}

/** Whether a code is that of an answer from another device that waits for its number. */
export async function isWaitingForNumber(
  { db }: OrganisationScope,
  codeHash: Hash,
  now: Date,
): Promise<boolean> {
  const where = { codeHash, isOnThisDevice: false, matchedAt: null, attempt: { expiresAt: { gt: now } } };
  return (await db.walletExchange.count({ where })) === 1;
}
