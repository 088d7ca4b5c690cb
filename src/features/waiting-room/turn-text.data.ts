import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import { linkStageAt, waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';

export type TurnText = {
  readonly teamId: TeamId;
  /** E.164. */
  readonly phone: string | null;
  readonly turnTextPhone: string | null;
  readonly isTold: boolean;
  /** It is the time of the waiting room: nobody speaks with them, and nothing is over. They may be there without script, or without a connection. */
  readonly isWaiting: boolean;
};

/** What was asked of a text when it is nearly their turn. Hold the appointment first. */
export async function findTurnText(
  { db }: OrganisationScope,
  id: AppointmentId,
  now: number,
): Promise<TurnText | null> {
  const row = await db.appointment.findFirst({
    where: { id },
    select: {
      teamId: true,
      state: true,
      channel: true,
      kind: true,
      startAt: true,
      endAt: true,
      phone: true,
      turnTextPhone: true,
      turnTextToldAt: true,
      conversation: { select: { state: true, sentBackAt: true } },
    },
  });
  if (row === null) return null;
  const times = {
    ...row,
    startAt: row.startAt.getTime(),
    endAt: row.endAt.getTime(),
    sentBackAt: row.conversation?.sentBackAt?.getTime() ?? null,
    isWalkIn: row.kind === 'walkIn',
  };
  return {
    teamId: row.teamId as TeamId,
    phone: row.phone,
    turnTextPhone: row.turnTextPhone,
    isTold: row.turnTextToldAt !== null,
    isWaiting: linkStageAt(times, row.conversation?.state ?? null, now) === 'wait',
  };
}

/** @param wish null when they want none any more */
export async function writeTurnText(
  { db }: OrganisationScope,
  id: AppointmentId,
  wish: { readonly phone: string; readonly at: Date } | null,
): Promise<void> {
  await db.appointment.updateMany({
    where: { id },
    data: { turnTextPhone: wish?.phone ?? null, turnTextAskedAt: wish?.at ?? null },
  });
}

export async function writeTurnTold({ db }: OrganisationScope, id: AppointmentId, at: Date): Promise<void> {
  await db.appointment.updateMany({ where: { id }, data: { turnTextToldAt: at } });
}

/** Teams with somebody in the waiting room who asked for a text and got none yet. */
export async function listTeamsAwaitingTexts(
  { db }: OrganisationScope,
  now: number,
): Promise<readonly TeamId[]> {
  const openSince = new Date(now - waitingRoomClosesMinutesAfter * MINUTE_MILLISECONDS);
  const rows = await db.appointment.findMany({
    where: {
      state: 'booked',
      turnTextAskedAt: { not: null },
      turnTextToldAt: null,
      endAt: { gt: openSince },
    },
    distinct: ['teamId'],
    select: { teamId: true },
  });
  return rows.map(({ teamId }) => teamId as TeamId);
}
