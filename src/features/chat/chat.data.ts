import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ChatAuthor, ChatLine } from '#journey/chat.ts';
import { rightsOfCompanion } from '#journey/companion-roles.ts';
import type { AppointmentId, ConversationId, ParticipantId, StaffMemberId, VisitId } from '#journey/ids.ts';

/** Somebody inside a running conversation who may read and write there. */
export type ChatPlace = {
  readonly participantId: ParticipantId;
  readonly role: 'citizen' | 'companion' | 'clerk';
  readonly conversationId: ConversationId;
  readonly appointmentId: AppointmentId;
  /** As the others know them. */
  readonly name: string;
};

/** As whom somebody asks: by the visit of their browser, or as a member of staff in a conversation. */
export type ChatPerson =
  | { readonly visitId: VisitId }
  | { readonly conversationId: ConversationId; readonly staffMemberId: StaffMemberId };

/** Where this person reads and writes; null when they are not inside, or not in a role that writes. */
export async function findChatPlace(
  { db }: OrganisationScope,
  person: ChatPerson,
): Promise<ChatPlace | null> {
  const row = await db.participant.findFirst({
    where: {
      ...('visitId' in person
        ? { visitId: person.visitId, role: { not: 'clerk' }, visit: { yieldedAt: null } }
        : { conversationId: person.conversationId, staffMemberId: person.staffMemberId, role: 'clerk' }),
      state: 'admitted',
      conversation: { state: 'admitted', appointmentId: { not: null } },
    },
    select: {
      id: true,
      role: true,
      conversationId: true,
      visit: { select: { companionRole: true, companionName: true } },
      staffMember: { select: { name: true } },
      conversation: { select: { appointmentId: true, appointment: { select: { citizenName: true } } } },
    },
  });
  if (row === null) return null;
  if (row.role === 'companion' && !rightsOfCompanion(row.visit?.companionRole ?? null).mayWrite) return null;
  return {
    participantId: row.id as ParticipantId,
    role: row.role,
    conversationId: row.conversationId as ConversationId,
    appointmentId: row.conversation.appointmentId as AppointmentId,
    name:
      row.staffMember?.name ?? row.visit?.companionName ?? row.conversation.appointment?.citizenName ?? '',
  };
}

/** Keeps a conversation running until this transaction ends: lines come one after the other, and none after its end. */
export async function holdRunning(
  { db, organisationId }: OrganisationScope,
  conversationId: ConversationId,
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from "Conversation" where "organisationId" = ${organisationId}::uuid and id = ${conversationId}::uuid
      and state = 'admitted' for update`;
  return rows.length === 1;
}

export type NewChatLine = {
  /** The name that the writer's page gave it. */
  readonly key: string;
  readonly text: string;
  readonly isMasked: boolean;
  readonly at: Date;
};

/** Adds a line to a conversation whose row is ours. @returns its number; null when it was there already */
export async function addChatLine(
  { db, organisationId }: OrganisationScope,
  { conversationId, participantId, role }: ChatPlace,
  staffMemberId: StaffMemberId | null,
  { key, text, isMasked, at }: NewChatLine,
): Promise<number | null> {
  const author = role === 'clerk' ? 'clerk' : 'citizen';
  const [row] = await db.$queryRaw<{ number: number }[]>`
    insert into "TextLine" ("organisationId", "conversationId", number, author, "staffMemberId", "participantId", "submissionKey",
      text, "isMasked", at)
    select ${organisationId}::uuid, ${conversationId}::uuid, coalesce(max(number), 0) + 1, ${author}::"LineAuthor",
      ${staffMemberId}::uuid, ${participantId}::uuid, ${key}::uuid, ${text}, ${isMasked}, ${at}
    from "TextLine" where "organisationId" = ${organisationId}::uuid and "conversationId" = ${conversationId}::uuid
    on conflict ("organisationId", "conversationId", "submissionKey") do nothing
    returning number`;
  return row?.number ?? null;
}

/** How many lines this person wrote since then. */
export function countChatLines(
  { db }: OrganisationScope,
  participantId: ParticipantId,
  since: Date,
): Promise<number> {
  return db.textLine.count({ where: { participantId, at: { gt: since } } });
}

/** What a page shows at most; nobody writes more in a conversation, and nobody scrolls back further. */
const mostLines = 150;

/** The newest lines of a conversation as this person reads them, oldest first. */
export async function readChatLines(
  { db }: OrganisationScope,
  { conversationId, participantId, role }: ChatPlace,
): Promise<readonly ChatLine[]> {
  const rows = await db.textLine.findMany({
    where: { conversationId },
    orderBy: { number: 'desc' },
    take: mostLines,
    select: {
      number: true,
      text: true,
      at: true,
      isMasked: true,
      submissionKey: true,
      participantId: true,
      staffMember: { select: { name: true } },
      participant: { select: { role: true, visit: { select: { companionName: true } } } },
      conversation: { select: { appointment: { select: { citizenName: true } } } },
    },
  });
  return rows.toReversed().map(({ participant, conversation, staffMember, ...row }) => {
    const author = participant?.role ?? 'clerk';
    // The citizen who goes on with another device is another participant, and the same person.
    const isOwn = row.participantId === participantId || (author === 'citizen' && role === 'citizen');
    return {
      number: row.number,
      author: (isOwn ? 'self' : author) satisfies ChatAuthor,
      name:
        staffMember?.name ?? participant?.visit?.companionName ?? conversation.appointment?.citizenName ?? '',
      text: row.text,
      at: row.at.getTime(),
      isMasked: row.isMasked,
      key: isOwn ? row.submissionKey : null,
    };
  });
}
