import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { LocationId, OrganisationId, SeatId, TeamId } from '#journey/ids.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';

/** A seat that is free for the time that was asked for. */
export type FreePlace = {
  readonly kind: 'free';
  readonly endAt: EpochMilliseconds;
  readonly occupiedFromAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  readonly seatId: SeatId;
  readonly locationId: LocationId | null;
};
export type NoPlace = { readonly kind: 'taken' | 'notOffered'; readonly nearest: readonly Interval[] };

/** Asks, inside a transaction, whether what is wished can be had at a moment; null when a service of it is no more. */
export type ReadServiceTime = (
  scope: OrganisationScope,
  question: {
    readonly wish: AppointmentWish;
    readonly timeZone: string;
    readonly startAt: EpochMilliseconds;
    readonly now: EpochMilliseconds;
  },
) => Promise<{ readonly teamId: TeamId; readonly answer: FreePlace | NoPlace } | null>;

/** The municipality, as far as times are decided by it. `timeZone` is an IANA name. */
export type OrganisationPlace = { readonly id: OrganisationId; readonly timeZone: string };

/** What changing an appointment needs of the world and of the other steps of the journey. */
export type ChangeTools = {
  readonly clock: Clock;
  readonly jobQueue: JobQueue;
  readonly readServiceTime: ReadServiceTime;
};
