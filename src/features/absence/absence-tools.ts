import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { AppointmentId, OrganisationId, SeatId } from '#journey/ids.ts';
import type { Result } from '#journey/result.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { FreePlaces } from './plan-absence.ts';

/** The municipality, as far as times are decided by it. `timeZone` is an IANA name. */
export type OrganisationPlace = { readonly id: OrganisationId; readonly timeZone: string };

type Question = {
  readonly wish: AppointmentWish;
  readonly timeZone: string;
  readonly now: EpochMilliseconds;
};
type Part = readonly FreePlaces[];

/** What settling an absence needs of the world and of the other steps of the journey. */
export type AbsenceTools = {
  readonly clock: Clock;
  /** Every free time of a wish, by day; null when a service of it is no more. */
  readonly readOfferedDays: (
    scope: OrganisationScope,
    question: Question,
  ) => Promise<
    readonly { readonly morning: Part; readonly afternoon: Part; readonly evening: Part }[] | null
  >;
  /** Whether a wish can be had at one moment, and at which seat. */
  readonly readServiceTime: (
    scope: OrganisationScope,
    question: Question & { readonly startAt: EpochMilliseconds },
  ) => Promise<{
    readonly answer:
      | { readonly kind: 'free'; readonly seatId: SeatId }
      | { readonly kind: 'taken' | 'notOffered' };
  } | null>;
  /** Moves an appointment and tells the citizen, in a transaction of its own. */
  readonly move: (
    actor: StaffActor,
    organisation: OrganisationPlace,
    change: {
      readonly appointmentId: AppointmentId;
      readonly startAt: EpochMilliseconds;
      /** Left out: the one that it has. */
      readonly channel?: 'phone';
    },
  ) => Promise<Result<unknown, { readonly code: string }>>;
  /** Cancels an appointment and tells the citizen, in a transaction of its own. */
  readonly cancel: (
    actor: StaffActor,
    appointmentId: AppointmentId,
  ) => Promise<Result<unknown, { readonly code: string }>>;
};
