import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { FeedToken, SeatId } from '#journey/ids.ts';
import { mayDo } from '#journey/permissions.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { createFeedToken, hashToken } from '#shared/secrets.ts';
import { findTeamOfSeat } from './absences.data.ts';
import { removeFeed, writeFeed } from './feed.data.ts';

export type FeedChange = 'renew' | 'stop';

/**
 * Gives a seat's calendar a new secret address, or none. The secret is told here once: only its hash is kept. Gives null when the actor may
 * not, or the seat is not the organisation's.
 */
export async function changeFeed(
  clock: Clock,
  actor: StaffActor,
  { seatId, change }: { readonly seatId: SeatId; readonly change: FeedChange },
): Promise<{ readonly token: FeedToken | null } | null> {
  if (!mayDo(actor, 'administer')) return null;
  const now = epochMilliseconds(clock.now());
  return withOrganisation(actor.organisationId, async (scope) => {
    const teamId = await findTeamOfSeat(scope, seatId);
    if (teamId === null) return null;
    const token = change === 'renew' ? createFeedToken() : null;
    if (token === null) await removeFeed(scope, seatId);
    else await writeFeed(scope, seatId, { tokenHash: hashToken(token), now });
    await recordEvent(scope, {
      streams: [`organisation:${actor.organisationId}`, `team:${teamId}`],
      type: change === 'renew' ? 'administration.feedRenewed' : 'administration.feedStopped',
      actor: eventActorOf(actor),
      payload: { seat: seatId },
      at: now,
    });
    return { token };
  });
}
