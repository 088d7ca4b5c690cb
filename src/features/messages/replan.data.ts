import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, toDate, toEpoch } from '#journey/time.ts';
import type { PlannedReminder } from './replan-rule.ts';

/** How far the planning anew has come. */
export type Replanning = { readonly changedAt: EpochMilliseconds; readonly throughId: AppointmentId | null };

/** What is to be planned anew, ours until the transaction ends; null when nothing is, or another process does it. */
export async function holdReplanning({ db, organisationId }: OrganisationScope): Promise<Replanning | null> {
  const [row] = await db.$queryRaw<{ changedAt: Date; throughId: AppointmentId | null }[]>`
    select "remindersChangedAt" as "changedAt", "replannedThroughId" as "throughId" from "MessagePolicy"
    where "organisationId" = ${organisationId}::uuid and "remindersChangedAt" is not null for update skip locked`;
  return row === undefined ? null : { changedAt: toEpoch(row.changedAt), throughId: row.throughId };
}

/** @param throughId null when all was done */
export async function writeReplanning(
  { db }: OrganisationScope,
  throughId: AppointmentId | null,
): Promise<void> {
  await db.messagePolicy.updateMany({
    data:
      throughId === null
        ? { remindersChangedAt: null, replannedThroughId: null }
        : { replannedThroughId: throughId },
  });
}

export type RemindedAppointment = {
  readonly id: AppointmentId;
  readonly teamId: TeamId;
  readonly startAt: EpochMilliseconds;
  readonly email: string | null;
  readonly phone: string | null;
  readonly reminders: readonly PlannedReminder[];
};

/** The next appointments that are to come, in the order of their ids, with their reminders; they are ours until the transaction ends. */
export async function holdComing(
  { db, organisationId }: OrganisationScope,
  { after, now, most }: { after: AppointmentId | null; now: EpochMilliseconds; most: number },
): Promise<readonly RemindedAppointment[]> {
  const held = await db.$queryRaw<{ id: string }[]>`
    select id from "Appointment"
    where "organisationId" = ${organisationId}::uuid and state = 'booked' and "startAt" > ${toDate(now)}
      and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${most}::int for update`;
  const rows = await db.appointment.findMany({
    where: { id: { in: held.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      teamId: true,
      startAt: true,
      email: true,
      phone: true,
      messages: {
        where: { kind: 'reminder' },
        select: {
          id: true,
          channel: true,
          state: true,
          plannedAt: true,
          aboutStartAt: true,
          discardReason: true,
        },
      },
    },
  });
  return rows.map(({ messages, ...row }) => ({
    ...row,
    id: row.id as AppointmentId,
    teamId: row.teamId as TeamId,
    startAt: toEpoch(row.startAt),
    reminders: messages.map(({ discardReason, ...reminder }) => ({
      ...reminder,
      plannedAt: toEpoch(reminder.plannedAt),
      aboutStartAt: reminder.aboutStartAt && toEpoch(reminder.aboutStartAt),
      wasTakenAway: discardReason === 'remindersChanged',
    })),
  }));
}

/** Takes planned reminders away that nobody has begun to send. @returns those that went */
export async function takeAway(
  { db }: OrganisationScope,
  ids: readonly string[],
  now: EpochMilliseconds,
): Promise<readonly string[]> {
  const rows = await db.message.updateManyAndReturn({
    where: { id: { in: [...ids] }, state: 'planned' },
    data: { state: 'discarded', discardReason: 'remindersChanged', settledAt: toDate(now) },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Puts reminders back that an earlier change took away: their moment is still to come, and nothing was sent. */
export async function putBack({ db }: OrganisationScope, ids: readonly string[]): Promise<void> {
  await db.message.updateMany({
    where: { id: { in: [...ids] }, state: 'discarded', discardReason: 'remindersChanged' },
    data: { state: 'planned', discardReason: null, settledAt: null },
  });
}
