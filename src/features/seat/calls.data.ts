import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, AppointmentReference, CallTaskId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { SeatCall } from '#journey/live-views.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import type { CallResult } from './call-result.ts';

/** More than this nobody calls in a day. */
const mostCalls = 50;

/**
 * Whom the team has to call, as long as it is of use: who was tried least first, and of these whose appointment is nearest.
 * @param now epoch milliseconds
 */
export async function readCalls(
  { db }: OrganisationScope,
  teamId: TeamId,
  now: number,
): Promise<readonly SeatCall[]> {
  const rows = await db.callTask.findMany({
    where: { teamId, settledAt: null, appointment: { state: 'booked', startAt: { gt: new Date(now) } } },
    orderBy: [{ tries: 'asc' }, { appointment: { startAt: 'asc' } }, { id: 'asc' }],
    take: mostCalls,
    select: {
      id: true,
      appointmentId: true,
      reason: true,
      result: true,
      tries: true,
      triedAt: true,
      appointment: {
        select: {
          reference: true,
          citizenName: true,
          startAt: true,
          language: true,
          phone: true,
          email: true,
          phraseWords: true,
          services: { orderBy: { position: 'asc' }, select: { service: { select: { name: true } } } },
        },
      },
    },
  });
  return rows.map(({ appointment, result, ...task }) => ({
    kind: 'unreached',
    id: task.id as CallTaskId,
    appointmentId: task.appointmentId as AppointmentId,
    citizenName: appointment.citizenName,
    startAt: appointment.startAt.getTime(),
    services: appointment.services.map(({ service }) => service.name as LocalizedText),
    language: appointment.language,
    phone:
      appointment.phone === null
        ? null
        : { text: formatPhoneLocally(appointment.phone), number: appointment.phone },
    isWrongNumber: result === 'wrongNumber',
    reference: appointment.reference as AppointmentReference,
    email: appointment.phone === null || result === 'wrongNumber' ? appointment.email : null,
    phraseWords: appointment.phraseWords,
    reason: task.reason,
    tries: task.tries,
    triedAt: task.triedAt?.getTime() ?? null,
  }));
}

/** A task as a change asks about it. */
export type CallTask = {
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly tries: number;
  readonly triedById: StaffMemberId | null;
  readonly isSettled: boolean;
};

/** The task, its row ours until the transaction ends; null when there is none. */
export async function takeCall(scope: OrganisationScope, id: CallTaskId): Promise<CallTask | null> {
  const { db, organisationId } = scope;
  await db.$queryRaw`
    select id from "CallTask" where "organisationId" = ${organisationId}::uuid and id = ${id}::uuid for update`;
  const row = await db.callTask.findFirst({
    where: { id },
    select: { appointmentId: true, teamId: true, tries: true, triedById: true, settledAt: true },
  });
  if (row === null) return null;
  const { settledAt, ...task } = row;
  return {
    ...task,
    appointmentId: row.appointmentId as AppointmentId,
    teamId: row.teamId as TeamId,
    triedById: row.triedById as StaffMemberId | null,
    isSettled: settledAt !== null,
  };
}

export type CallChange = {
  readonly result: CallResult | null;
  readonly triedAt: Date | null;
  readonly triedById: StaffMemberId | null;
  readonly tries: number;
  readonly settledAt: Date | null;
};

export async function writeCall(
  { db }: OrganisationScope,
  id: CallTaskId,
  change: CallChange,
): Promise<void> {
  await db.callTask.updateMany({ where: { id }, data: change });
}

const told = ['call.asked', 'call.tried', 'call.untried'];

/** What was said of a call before the last try, as the log of events tells; null when that was the first. */
export async function readResultBefore(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<CallResult | null> {
  const events = await db.event.findMany({
    where: { stream: `appointment:${appointmentId}`, type: { in: told } },
    orderBy: { number: 'asc' },
    select: { type: true, payload: true },
  });
  const results: CallResult[] = [];
  for (const { type, payload } of events) {
    if (type === 'call.asked') results.length = 0;
    else if (type === 'call.untried') results.pop();
    else results.push((payload as { readonly result: CallResult }).result);
  }
  return results.at(-2) ?? null;
}
