import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import type { BookingFailure, FreePlace, ReadServiceTime } from './booking-request.ts';

/** A free seat for what is wished. */
export type Place = FreePlace & {
  readonly serviceIds: readonly ServiceId[];
  readonly teamId: TeamId;
  readonly startAt: EpochMilliseconds;
};

/** The place that an appointment can have at a time, or in words why there is none. */
export async function findPlace(
  scope: OrganisationScope,
  readServiceTime: ReadServiceTime,
  question: Parameters<ReadServiceTime>[1],
): Promise<Result<Place, BookingFailure>> {
  return toPlace(await readServiceTime(scope, question), question.startAt);
}

export function toPlace(
  found: Awaited<ReturnType<ReadServiceTime>>,
  startAt: EpochMilliseconds,
): Result<Place, BookingFailure> {
  if (found === null) return fail({ code: 'unknownService' });
  const { answer, apart, serviceIds, teamId } = found;
  if (apart) return fail({ code: 'servicesApart' });
  if (answer.kind === 'free') return succeed({ ...answer, serviceIds, teamId, startAt });
  return fail({ code: answer.kind === 'taken' ? 'timeTaken' : 'timeNotOffered', nearest: answer.nearest });
}
