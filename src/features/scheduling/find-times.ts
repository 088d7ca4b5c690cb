import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { OrganisationId, ServiceId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { answerTime, type OfferedDay, offeredDays, type TimeAnswer } from './offered-times.ts';
import { readSchedule } from './schedule.data.ts';

type Place = { readonly id: OrganisationId; readonly timeZone: string };

/**
 * The days on which what is wished can be booked, with their free times. None when it cannot be had at all, such as services of two
 * teams together; null when there is no such service.
 */
export async function findOfferedDays(
  clock: Clock,
  organisation: Place,
  wish: AppointmentWish,
): Promise<readonly OfferedDay[] | null> {
  const now = epochMilliseconds(clock.now());
  const { id, timeZone } = organisation;
  return withOrganisation(id, (scope) => readOfferedDays(scope, { wish, timeZone, now }));
}

/** The same inside a transaction. */
export async function readOfferedDays(
  scope: OrganisationScope,
  { wish, timeZone, now }: Omit<TimeQuestion, 'startAt'>,
): Promise<readonly OfferedDay[] | null> {
  const schedule = await readSchedule(scope, wish, timeZone, now);
  return schedule === null ? null : offeredDays(schedule, now);
}

/** Whether what is wished can be booked at one moment. */
export type ServiceTime = {
  /** In the order in which they were wished. */
  readonly serviceIds: readonly ServiceId[];
  readonly teamId: TeamId;
  /** The services are of different teams: no time is offered, and never will be. */
  readonly apart: boolean;
  readonly answer: TimeAnswer;
};

export type TimeQuestion = {
  readonly wish: AppointmentWish;
  readonly timeZone: string;
  readonly startAt: EpochMilliseconds;
  readonly now: EpochMilliseconds;
};

/** Asks about one moment inside a transaction, such as that of a booking; null when there is no such service. */
export async function readServiceTime(
  scope: OrganisationScope,
  { startAt, ...question }: TimeQuestion,
): Promise<ServiceTime | null> {
  const times = await readServiceTimes(scope, question);
  return times && { ...times, answer: times.answer(startAt) };
}

/** What is wished, and what there is to say about any moment of it, as it was when it was read. */
export type ServiceTimes = Omit<ServiceTime, 'answer'> & {
  readonly answer: (startAt: EpochMilliseconds) => TimeAnswer;
};

/** Asks about many moments at the price of one; null when there is no such service. */
export async function readServiceTimes(
  scope: OrganisationScope,
  { wish, timeZone, now }: Omit<TimeQuestion, 'startAt'>,
): Promise<ServiceTimes | null> {
  const schedule = await readSchedule(scope, wish, timeZone, now);
  if (schedule === null) return null;
  const { serviceIds, teamId, apart } = schedule;
  const known = new Map<EpochMilliseconds, TimeAnswer>();
  const answer = (startAt: EpochMilliseconds) => {
    const found = known.get(startAt) ?? answerTime(schedule, startAt, now);
    known.set(startAt, found);
    return found;
  };
  return { serviceIds, teamId, apart, answer };
}

/** Asks about one moment; null when there is no such service. */
export async function findServiceTime(
  clock: Clock,
  organisation: Place,
  wish: AppointmentWish,
  startAt: EpochMilliseconds,
): Promise<ServiceTime | null> {
  const now = epochMilliseconds(clock.now());
  const { timeZone } = organisation;
  return withOrganisation(organisation.id, (scope) =>
    readServiceTime(scope, { wish, timeZone, startAt, now }),
  );
}
