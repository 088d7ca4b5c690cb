import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { CallbackId, ConversationId, ServiceId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';

/** A request to be called, as changes ask about it. */
export type Callback = {
  readonly id: CallbackId;
  readonly teamId: TeamId;
  readonly submissionKey: string;
  readonly phone: string;
  readonly name: string | null;
  readonly question: string | null;
  readonly phraseWords: readonly string[];
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly claimedBy: { readonly id: StaffMemberId; readonly name: string } | null;
  readonly tries: number;
  readonly triedById: StaffMemberId | null;
  readonly isSettled: boolean;
};

const fields = {
  id: true,
  teamId: true,
  submissionKey: true,
  phone: true,
  name: true,
  question: true,
  phraseWords: true,
  fromAt: true,
  untilAt: true,
  claimedBy: { select: { id: true, name: true } },
  tries: true,
  triedById: true,
  settledAt: true,
} as const;

type Row = Omit<Callback, 'isSettled' | 'id' | 'teamId' | 'claimedBy' | 'triedById'> & {
  readonly id: string;
  readonly teamId: string;
  readonly claimedBy: { readonly id: string; readonly name: string } | null;
  readonly triedById: string | null;
  readonly settledAt: Date | null;
};

function toCallback({ settledAt, ...row }: Row): Callback {
  return {
    ...row,
    id: row.id as CallbackId,
    teamId: row.teamId as TeamId,
    claimedBy: row.claimedBy as Callback['claimedBy'],
    triedById: row.triedById as StaffMemberId | null,
    isSettled: settledAt !== null,
  };
}

/** Lets whoever asks for calls to the same number follow each other until the transaction ends. */
export async function holdNumber({ db, organisationId }: OrganisationScope, phone: string): Promise<void> {
  const key = `callback ${organisationId} ${phone}`;
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
}

/** What the same form asked for before; also when it is settled. */
export async function findBySubmission(
  { db }: OrganisationScope,
  submissionKey: string,
): Promise<Callback | null> {
  const row = await db.callbackRequest.findFirst({
    where: { submissionKey },
    orderBy: { createdAt: 'desc' },
    select: fields,
  });
  return row && toCallback(row);
}

/** The clerk's conversation, as far as calling afterwards needs it; null for every other. @returns its phone in E.164 */
export async function findConversationToCall(
  { db }: OrganisationScope,
  id: ConversationId,
  clerkId: StaffMemberId,
) {
  const row = await db.conversation.findFirst({
    where: { id, clerkId, state: { in: ['admitted', 'ended'] } },
    select: {
      appointment: {
        select: {
          citizenName: true,
          phone: true,
          language: true,
          phraseWords: true,
          services: {
            orderBy: { position: 'asc' },
            take: 1,
            select: { service: { select: { id: true, teamId: true } } },
          },
        },
      },
    },
  });
  const [first] = row?.appointment?.services ?? [];
  if (!row?.appointment || first === undefined) return null;
  const { citizenName: name, phone, language, phraseWords } = row.appointment;
  const service = { id: first.service.id as ServiceId, teamId: first.service.teamId as TeamId };
  return { name, phone, language, phraseWords, service };
}

/** The open request of a number about a service. */
export async function findOpen(
  { db }: OrganisationScope,
  phone: string,
  serviceId: ServiceId,
): Promise<Callback | null> {
  const row = await db.callbackRequest.findFirst({
    where: { phone, serviceId, settledAt: null },
    select: fields,
  });
  return row && toCallback(row);
}

/** The request, its row ours until the transaction ends; null when there is none. */
export async function takeCallback(scope: OrganisationScope, id: CallbackId): Promise<Callback | null> {
  const { db, organisationId } = scope;
  await db.$queryRaw`
    select id from "CallbackRequest" where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid for update`;
  const row = await db.callbackRequest.findFirst({ where: { id }, select: fields });
  return row && toCallback(row);
}

export type CallbackWish = {
  readonly teamId: TeamId;
  readonly serviceId: ServiceId;
  readonly submissionKey: string;
  readonly name: string | null;
  readonly phone: string;
  readonly question: string | null;
  readonly language: Language;
  readonly phraseWords: readonly string[];
  readonly fromAt: Date;
  readonly untilAt: Date;
};

export async function insertCallback(
  { db, organisationId }: OrganisationScope,
  wish: CallbackWish,
  createdAt: Date,
): Promise<CallbackId> {
  const { id } = await db.callbackRequest.create({
    data: { ...wish, phraseWords: [...wish.phraseWords], organisationId, createdAt },
    select: { id: true },
  });
  return id as CallbackId;
}

/** What can become of a request; what is left out stays. */
export type CallbackChange = {
  readonly claimedById?: StaffMemberId | null;
  readonly claimedAt?: Date | null;
  readonly result?: 'reached' | 'messageLeft' | 'noAnswer' | 'wrongNumber' | null;
  readonly triedAt?: Date | null;
  readonly triedById?: StaffMemberId | null;
  readonly tries?: number;
  readonly restsUntilAt?: Date | null;
  readonly settledAt?: Date | null;
} & Partial<Omit<CallbackWish, 'phraseWords'>> & { readonly phraseWords?: string[] };

export async function writeCallback(
  { db }: OrganisationScope,
  id: CallbackId,
  change: CallbackChange,
): Promise<void> {
  await db.callbackRequest.updateMany({ where: { id }, data: change });
}

export async function deleteCallback({ db }: OrganisationScope, id: CallbackId): Promise<void> {
  await db.callbackRequest.deleteMany({ where: { id } });
}
