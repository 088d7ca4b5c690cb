import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readTextStops } from '#db/text-stops.ts';
import type { AppointmentId, ConversationId, TeamId, TextLineId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { ContactMeans, LineState } from '#journey/text-lines.ts';
import { isOwnAddress } from './threads.data.ts';

/** An answer in hand, with all that sending needs. */
export type LineToSend = {
  readonly id: TextLineId;
  readonly conversationId: ConversationId;
  readonly teamId: TeamId;
  readonly author: 'clerk' | 'product';
  readonly text: string;
  readonly attempts: number;
  readonly at: number;
  readonly means: ContactMeans;
  readonly contactAddress: string;
  readonly ownAddress: string;
  /** Of the appointment that it is about; null when it is about none. */
  readonly language: Language | null;
  /** The appointment whose link may go to this address. */
  readonly linkOf: AppointmentId | null;
  /** The name with the appointment, where the address is its own. */
  readonly citizenName: string | null;
  /** Of that appointment; null where the address is not its own. */
  readonly phraseWords: readonly string[] | null;
  /** The number wants no text messages any more. */
  readonly isStopped: boolean;
  /** What was written last from there: the mail that this one answers. */
  readonly answers: string | null;
};

/** Takes answers whose moment has come, also from a worker that died with them. @param until when others may take them up again */
export async function takeLines(
  scope: OrganisationScope,
  { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly LineToSend[]> {
  const { db, organisationId } = scope;
  const taken = await db.$queryRaw<{ id: string }[]>`
    update "TextLine" set state = 'sending', attempts = attempts + 1, "nextAttemptAt" = ${until}
    where "organisationId" = ${organisationId}::uuid and id in (
      select id from "TextLine" where "organisationId" = ${organisationId}::uuid
        and state in ('planned', 'failedTemporarily', 'sending') and "nextAttemptAt" <= ${now}
      order by "nextAttemptAt", id limit ${limit}::int for update skip locked)
    returning id`;
  const rows = await db.textLine.findMany({
    where: { id: { in: taken.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    include: {
      conversation: {
        include: {
          about: {
            select: {
              id: true,
              language: true,
              email: true,
              phone: true,
              citizenName: true,
              phraseWords: true,
            },
          },
          lines: {
            where: { author: 'citizen' },
            orderBy: { number: 'desc' },
            take: 1,
            select: { sourceReference: true },
          },
        },
      },
    },
  });
  const stopped = await readTextStops(
    scope,
    rows.flatMap(({ conversation: { means, contactAddress } }) =>
      means === 'sms' && contactAddress !== null ? [contactAddress] : [],
    ),
  );
  return rows.map(({ conversation, ...line }) => {
    const { about, means, contactAddress, ownAddress } = conversation;
    const own = about !== null && isOwnAddress(about, conversation) ? about : null;
    return {
      id: line.id as TextLineId,
      conversationId: line.conversationId as ConversationId,
      teamId: conversation.teamId as TeamId,
      author: line.author === 'clerk' ? 'clerk' : 'product',
      text: line.text,
      attempts: line.attempts,
      at: line.at.getTime(),
      means: means ?? 'email',
      contactAddress: contactAddress ?? '',
      ownAddress: ownAddress ?? '',
      language: about?.language ?? null,
      linkOf: (own?.id ?? null) as AppointmentId | null,
      isStopped: stopped.has(contactAddress ?? ''),
      citizenName: own?.citizenName ?? null,
      phraseWords: own?.phraseWords ?? null,
      answers: messageIdIn(conversation.lines[0]?.sourceReference),
    };
  });
}

/** A mail without a name of its own goes by the hash of what it says. */
function messageIdIn(reference: string | null | undefined): string | null {
  return reference?.includes('@') ? reference : null;
}

export type LineChange = {
  readonly state: LineState;
  readonly providerReference: string | null;
  readonly failureCode: string | null;
  readonly nextAttemptAt: Date | null;
};

/** Writes what became of an answer, if it is still in one of these states. @returns whether it was */
export async function writeLine(
  { db }: OrganisationScope,
  id: TextLineId,
  from: readonly LineState[],
  change: LineChange,
): Promise<boolean> {
  const { count } = await db.textLine.updateMany({ where: { id, state: { in: [...from] } }, data: change });
  return count === 1;
}

/** To whom an answer belongs; null when there is none of this id. */
export async function findLine(
  { db }: OrganisationScope,
  id: TextLineId,
): Promise<{
  readonly conversationId: ConversationId;
  readonly teamId: TeamId;
  readonly means: ContactMeans | null;
  readonly contactAddress: string | null;
} | null> {
  const row = await db.textLine.findFirst({
    where: { id, state: { not: null } },
    select: {
      conversationId: true,
      conversation: { select: { teamId: true, means: true, contactAddress: true } },
    },
  });
  if (row === null) return null;
  return {
    conversationId: row.conversationId as ConversationId,
    ...row.conversation,
    teamId: row.conversation.teamId as TeamId,
  };
}
