import { randomUUID } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { eventActorOf } from '#journey/actor.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type { AppointmentId, CompanionLinkId, RoomName } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { logUnexpected } from '#shared/log.ts';
import { deriveCompanionToken } from '#shared/secrets.ts';
import { asInviter, type CompanionFailure, type Inviter } from './as-inviter.ts';
import type { CompanionLinkView } from './companion-link.ts';
import { addLink, endVisits, putOut, readLinks, saveRoom, withdrawLink } from './companion-links.data.ts';
import { forgetRecipient } from './send-companion-link.data.ts';

export type CompanionTools = {
  readonly clock: Clock;
  readonly videoRooms: VideoRooms;
  readonly linkSecret: string;
};

/** A link's path, which is its secret: for who passes it on, and for nobody else. */
export type PassedOn = { readonly id: CompanionLinkId; readonly path: string };

/** More people than this nobody brings along. */
const mostLinks = 6;

/** Makes a link of their own for one third person, in a role. */
export function inviteCompanion(
  { clock, linkSecret }: CompanionTools,
  actor: Inviter,
  appointmentId: AppointmentId,
  role: CompanionRole,
): Promise<Result<PassedOn, CompanionFailure>> {
  return asInviter(clock, actor, appointmentId, async (scope, { teamId }) => {
    if ((await readLinks(scope, appointmentId)).length >= mostLinks) return fail({ code: 'crowded' });
    const id = randomUUID() as CompanionLinkId;
    const token = deriveCompanionToken(linkSecret, id);
    const madeById = actor.kind === 'staff' ? actor.staffMemberId : null;
    const now = clock.now();
    await addLink(scope, { id, appointmentId, role, token, madeById, at: new Date(now) });
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: 'companion.invited',
      actor: eventActorOf(actor),
      payload: { appointmentId, companionLinkId: id, role },
      at: now,
    });
    return succeed({ id, path: pathOf(linkSecret, id) });
  });
}

/** Shows a link again to who may pass it on. */
export function showCompanionLink(
  { clock, linkSecret }: CompanionTools,
  actor: Inviter,
  appointmentId: AppointmentId,
  id: CompanionLinkId,
): Promise<Result<PassedOn, CompanionFailure>> {
  return asInviter(clock, actor, appointmentId, async (scope) => {
    const isKnown = (await readLinks(scope, appointmentId)).some((link) => link.id === id);
    return isKnown ? succeed({ id, path: pathOf(linkSecret, id) }) : fail({ code: 'notFound' as const });
  });
}

function pathOf(linkSecret: string, id: CompanionLinkId): string {
  return `/join/${deriveCompanionToken(linkSecret, id)}`;
}

/** The links of an appointment; none for whoever may pass none on. */
export async function listCompanionLinks(
  { clock }: Pick<CompanionTools, 'clock'>,
  actor: Inviter,
  appointmentId: AppointmentId,
): Promise<readonly CompanionLinkView[]> {
  const found = await asInviter(clock, actor, appointmentId, async (scope) =>
    succeed(await readLinks(scope, appointmentId)),
  );
  return found.ok ? found.value : [];
}

/**
 * Withdraws a link: it opens nothing any more, and who came by it is out. Their token would still be good: the others move to a
 * new room.
 */
export async function withdrawCompanion(
  { clock, videoRooms }: CompanionTools,
  actor: Inviter,
  appointmentId: AppointmentId,
  id: CompanionLinkId,
): Promise<Result<null, CompanionFailure>> {
  const left = await asInviter(clock, actor, appointmentId, async (scope, { teamId }) => {
    const now = clock.now();
    if (!(await withdrawLink(scope, { id, appointmentId }, new Date(now))))
      return fail({ code: 'notFound' as const });
    await forgetRecipient(scope, id);
    const inside = await putOut(scope, id);
    await endVisits(scope, id, new Date(now));
    const to = randomUUID() as RoomName;
    if (inside !== null) await saveRoom(scope, inside.conversationId, to);
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: 'companion.withdrawn',
      actor: eventActorOf(actor),
      payload: { appointmentId, companionLinkId: id },
      at: now,
    });
    return succeed(inside && { from: inside.roomName, to });
  });
  if (!left.ok) return left;
  if (left.value !== null) {
    const { from, to } = left.value;
    // A failing video server undoes nothing: nobody gets a key to the old room any more.
    await videoRooms.open(to).catch((error: unknown) => logUnexpected(error, 'opening a room'));
    await videoRooms.close(from).catch((error: unknown) => logUnexpected(error, 'closing a room'));
  }
  return succeed(null);
}
