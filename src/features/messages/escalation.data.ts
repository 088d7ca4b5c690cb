import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readTextStops } from '#db/text-stops.ts';
import { wordToCitizen } from '#db/word-to-citizen.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Situation } from './escalation-rule.ts';

/** An appointment that is to come, with what was sent of it and what was heard. */
export type UnheardAppointment = Situation & { readonly id: AppointmentId; readonly teamId: TeamId };

type Question = { readonly now: EpochMilliseconds } & (
  | {
      /** So near the start that not having been heard counts; null where it never does. */
      readonly unreadMinutes: number | null;
    }
  | { readonly only: AppointmentId }
);

const atATime = 1_000;

/** Appointments of which something may have to be followed up: near ones, and those of which a message came back. */
export async function readSituations(
  scope: OrganisationScope,
  question: Question,
): Promise<readonly UnheardAppointment[]> {
  const { now } = question;
  const rows = await scope.db.appointment.findMany({
    where: { state: 'booked', startAt: { gt: new Date(now) }, ...conditionOf(question) },
    orderBy: { startAt: 'asc' },
    take: atATime,
    select: {
      id: true,
      teamId: true,
      startAt: true,
      email: true,
      phone: true,
      heardAt: true,
      messages: {
        where: wordToCitizen,
        select: {
          kind: true,
          channel: true,
          state: true,
          discardReason: true,
          plannedAt: true,
        },
      },
      callTask: { select: { createdAt: true } },
    },
  });
  const stops = await readTextStops(
    scope,
    rows.flatMap(({ phone }) => phone ?? []),
  );
  return rows.map(({ messages, callTask, ...row }) => {
    return {
      id: row.id as AppointmentId,
      teamId: row.teamId as TeamId,
      startAt: row.startAt.getTime(),
      email: row.email,
      phone: row.phone,
      textsStopped: row.phone !== null && stops.has(row.phone),
      heardAt: row.heardAt?.getTime() ?? null,
      messages: messages.map(({ discardReason, state, plannedAt, ...message }) => ({
        ...message,
        state: discardReason === 'textsStopped' ? 'failedForGood' : state,
        plannedAt: plannedAt.getTime(),
      })),
      callAskedAt: callTask?.createdAt.getTime() ?? null,
    };
  });
}

function conditionOf(question: Question) {
  if ('only' in question) return { id: question.only };
  const hasBounced = {
    messages: {
      some: {
        ...wordToCitizen,
        OR: [{ state: 'failedForGood' as const }, { discardReason: 'textsStopped' as const }],
      },
    },
  };
  if (question.unreadMinutes === null) return hasBounced;
  const nearUntil = new Date(question.now + question.unreadMinutes * MINUTE_MILLISECONDS);
  return { OR: [hasBounced, { startAt: { lte: nearUntil } }] };
}

/** Puts somebody on the list of who is to be called, anew when an earlier task is of older news. */
export async function askForCall(
  { db, organisationId }: OrganisationScope,
  { id, teamId }: UnheardAppointment,
  reason: 'bounced' | 'unread',
  now: EpochMilliseconds,
): Promise<void> {
  const fresh = {
    teamId,
    reason,
    createdAt: new Date(now),
    result: null,
    triedAt: null,
    triedById: null,
    tries: 0,
    settledAt: null,
  };
  const { count } = await db.callTask.updateMany({ where: { appointmentId: id }, data: fresh });
  if (count === 0) await db.callTask.create({ data: { ...fresh, organisationId, appointmentId: id } });
}
