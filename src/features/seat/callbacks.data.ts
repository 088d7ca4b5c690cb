import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { CallbackId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { SeatCallback } from '#journey/live-views.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';

/** More than this nobody calls in a day. */
const mostCallbacks = 50;

/** Who asked the team to call and was not called yet, whose time ends first in front. @param now epoch milliseconds */
export async function readCallbacks(
  { db }: OrganisationScope,
  teamId: TeamId,
  now: number,
): Promise<readonly SeatCallback[]> {
  const rows = await db.callbackRequest.findMany({
    where: { teamId, settledAt: null },
    orderBy: [{ untilAt: 'asc' }, { id: 'asc' }],
    take: mostCallbacks,
    select: {
      id: true,
      name: true,
      phone: true,
      question: true,
      language: true,
      phraseWords: true,
      fromAt: true,
      untilAt: true,
      restsUntilAt: true,
      tries: true,
      triedAt: true,
      service: { select: { name: true } },
      claimedBy: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ phone, phraseWords, fromAt, untilAt, restsUntilAt, triedAt, service, ...row }) => ({
    ...row,
    kind: 'callback',
    id: row.id as CallbackId,
    phone: { text: formatPhoneLocally(phone), number: phone },
    service: service.name as LocalizedText,
    phrases: phraseWords.flatMap((word, index) =>
      index % 2 === 0 ? [`${word} ${phraseWords[index + 1] ?? ''}`] : [],
    ),
    fromAt: fromAt.getTime(),
    untilAt: untilAt.getTime(),
    isDue: Math.max(fromAt.getTime(), restsUntilAt?.getTime() ?? 0) <= now,
    claimedBy: row.claimedBy && { ...row.claimedBy, id: row.claimedBy.id as StaffMemberId },
    triedAt: triedAt?.getTime() ?? null,
  }));
}
