import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, ConversationId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { ContactMeans, LineState } from '#journey/text-lines.ts';

/** A conversation with an address, as a change asks about it. */
export type HeldThread = {
  readonly state: 'waiting' | 'admitted' | 'ended';
  readonly means: ContactMeans;
  readonly clerkId: StaffMemberId | null;
  readonly isStopped: boolean;
  readonly endedAt: Date | null;
};

/** Such a conversation of this team, its row ours until the transaction ends; null for every other one. */
export async function holdThread(
  { db, organisationId }: OrganisationScope,
  id: ConversationId,
  teamId: TeamId,
): Promise<HeldThread | null> {
  const [row] = await db.$queryRaw<HeldThread[]>`
    select c.state::text as state, c.means::text as means, c."clerkId", c."endedAt",
      exists (select from "TextStop" s where s."organisationId" = c."organisationId" and s.phone = c."contactAddress"
        and c.means = 'sms') as "isStopped"
    from "Conversation" c
    where c."organisationId" = ${organisationId}::uuid and c.id = ${id}::uuid and c."teamId" = ${teamId}::uuid
      and c.means is not null
    for update of c`;
  return row ?? null;
}

type ThreadChange =
  | { readonly state: 'waiting' }
  | { readonly state: 'admitted'; readonly clerkId: StaffMemberId; readonly at: Date }
  | { readonly state: 'ended'; readonly at: Date }
  /** As it was before it was closed. */
  | { readonly state: 'reopened'; readonly clerkId: StaffMemberId | null };

export async function writeThread(
  { db }: OrganisationScope,
  id: ConversationId,
  change: ThreadChange,
): Promise<void> {
  await db.conversation.updateMany({ where: { id }, data: dataOf(change) });
}

function dataOf(change: ThreadChange) {
  switch (change.state) {
    case 'waiting':
      return { state: change.state, clerkId: null, admittedAt: null };
    case 'admitted':
      return { state: change.state, clerkId: change.clerkId, admittedAt: change.at };
    case 'ended':
      return { state: change.state, endedAt: change.at };
    case 'reopened':
      return { state: change.clerkId === null ? ('waiting' as const) : ('admitted' as const), endedAt: null };
  }
}

/** When the other side wrote last; null for never. */
export async function readLastHeard(
  { db }: OrganisationScope,
  conversationId: ConversationId,
): Promise<number | null> {
  const last = await db.textLine.aggregate({
    where: { conversationId, author: 'citizen' },
    _max: { at: true },
  });
  return last._max.at?.getTime() ?? null;
}

export async function readClerkName({ db }: OrganisationScope, id: StaffMemberId): Promise<string> {
  return (await db.staffMember.findFirst({ where: { id }, select: { name: true } }))?.name ?? '';
}

export type ThreadLine = {
  readonly number: number;
  readonly author: 'citizen' | 'clerk' | 'product';
  readonly clerkName: string | null;
  /** Masked; `linkMark` stands for the secure link. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly isMasked: boolean;
  readonly refusedFiles: number;
  /** How far an answer came; null for what came in. */
  readonly state: LineState | null;
};

/** All that the seat shows of such a conversation. */
export type Thread = {
  readonly conversationId: ConversationId;
  readonly lines: readonly ThreadLine[];
  /** The appointment that the address or an answered message belongs to. */
  readonly about: {
    readonly appointmentId: AppointmentId;
    readonly reference: string;
    readonly citizenName: string;
    readonly startAt: number;
    /** The address is the one that was left with the appointment: only then its link may go there. */
    readonly isOwnAddress: boolean;
  } | null;
};

/** More than this nobody reads through; the oldest lines stay out. */
const mostLines = 200;

/** Such a conversation of this team; null for every other one. */
export async function readThread(
  { db }: OrganisationScope,
  id: ConversationId,
  teamId: TeamId,
): Promise<Thread | null> {
  const row = await db.conversation.findFirst({
    where: { id, teamId, means: { not: null } },
    select: {
      means: true,
      contactAddress: true,
      about: {
        select: { id: true, reference: true, citizenName: true, startAt: true, email: true, phone: true },
      },
      lines: {
        orderBy: { number: 'desc' },
        take: mostLines,
        select: {
          number: true,
          author: true,
          text: true,
          at: true,
          isMasked: true,
          refusedFiles: true,
          state: true,
          staffMember: { select: { name: true } },
        },
      },
    },
  });
  if (row === null) return null;
  return {
    conversationId: id,
    lines: row.lines.toReversed().map(({ staffMember, at, state, ...line }) => ({
      ...line,
      at: at.getTime(),
      state: state as LineState | null,
      clerkName: staffMember?.name ?? null,
    })),
    about:
      row.about === null
        ? null
        : {
            appointmentId: row.about.id as AppointmentId,
            reference: row.about.reference,
            citizenName: row.about.citizenName,
            startAt: row.about.startAt.getTime(),
            isOwnAddress: isOwnAddress(row.about, row),
          },
  };
}

/** Whether the address is the one that was left with the appointment. */
export function isOwnAddress(
  { email, phone }: { readonly email: string | null; readonly phone: string | null },
  { means, contactAddress }: { readonly means: ContactMeans | null; readonly contactAddress: string | null },
): boolean {
  return (
    contactAddress === (means === 'email' ? (email?.toLowerCase() ?? null) : phone) && contactAddress !== null
  );
}
