import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { LocationId, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { Interval } from '#journey/time.ts';
import type { BookingRules } from './booking-rules.ts';
import type { SeatOccupation } from './free-times.ts';
import type { OpeningHours, WeeklyOpening } from './opening-hours.ts';

/** A seat that can serve what is asked for: its channel, its services, its location. */
export type ScheduledSeat = SeatOccupation & {
  readonly locationId: LocationId | null;
  /** The languages of who works there. */
  readonly languages: readonly Language[];
  /** When somebody works there, on the wall; none is whenever the team is open. */
  readonly staffing: readonly WeeklyOpening[];
};

/** How much a team takes at once on the channel that is asked for, and all that it has there already. */
export type ChannelCapacity = {
  readonly atOnce: number;
  readonly busy: readonly Interval[];
};

/** All that decides about the times of one wish, from now to the end of the horizon. Plain data: the rules are pure. */
export type Schedule = {
  readonly serviceIds: readonly ServiceId[];
  /** Of the first service. */
  readonly teamId: TeamId;
  /** The services are of different teams: no appointment can hold them together. */
  readonly apart: boolean;
  /** Whether every service is held on the channel; staff may use any channel. */
  readonly offersChannel: boolean;
  readonly rules: BookingRules;
  /** Of the channel that is asked for. */
  readonly hours: OpeningHours;
  /** In the order in which the team numbers them, without those that are retired. */
  readonly seats: readonly ScheduledSeat[];
  /** Null when the team takes as many as it has seats. */
  readonly capacity: ChannelCapacity | null;
  readonly wish: Pick<AppointmentWish, 'audience' | 'language' | 'own'>;
};
