import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, ServiceId, TeamId } from '#journey/ids.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { answerTime, type OfferedDay, offeredDays, type TimeAnswer } from './offered-times.ts';
import { readSchedule } from './schedule.data.ts';

type Place = { readonly id: OrganisationId; readonly timeZone: string };

/** The days on which a service can be booked, with their free times; null when there is no such service. */
export async function findOfferedDays(
  clock: Clock,
  organisation: Place,
  serviceSlug: string,
): Promise<readonly OfferedDay[] | null> {
  const now = epochMilliseconds(clock.now());
  const schedule = await withOrganisation(organisation.id, (scope) =>
    readSchedule(scope, serviceSlug, organisation.timeZone, now),
  );
  return schedule === null ? null : offeredDays(schedule, now);
}

/** A service and whether it can be booked at one moment. */
export type ServiceTime = {
  readonly serviceId: ServiceId;
  readonly teamId: TeamId;
  readonly answer: TimeAnswer;
};

export type TimeQuestion = {
  readonly serviceSlug: string;
  readonly timeZone: string;
  readonly startAt: EpochMilliseconds;
  readonly now: EpochMilliseconds;
};

/** Asks about one moment inside a transaction, such as that of a booking; null when there is no such service. */
export async function readServiceTime(
  scope: OrganisationScope,
  { serviceSlug, timeZone, startAt, now }: TimeQuestion,
): Promise<ServiceTime | null> {
  const schedule = await readSchedule(scope, serviceSlug, timeZone, now);
  if (schedule === null) return null;
  const { serviceId, teamId } = schedule;
  return { serviceId, teamId, answer: answerTime(schedule, startAt, now) };
}

/** Asks about one moment; null when there is no such service. */
export async function findServiceTime(
  clock: Clock,
  organisation: Place,
  serviceSlug: string,
  startAt: EpochMilliseconds,
): Promise<ServiceTime | null> {
  const now = epochMilliseconds(clock.now());
  const { timeZone } = organisation;
  return withOrganisation(organisation.id, (scope) =>
    readServiceTime(scope, { serviceSlug, timeZone, startAt, now }),
  );
}
