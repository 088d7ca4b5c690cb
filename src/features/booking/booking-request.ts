import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type {
  AppointmentReference,
  LinkToken,
  LocationId,
  OrganisationId,
  SeatId,
  ServiceId,
  SheetCode,
  TeamId,
} from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { ContactDetails } from './contact-details.ts';

/** A seat that is free for the time that was asked for. */
export type FreePlace = {
  readonly kind: 'free';
  readonly endAt: EpochMilliseconds;
  readonly occupiedFromAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
  readonly seatId: SeatId;
  readonly locationId: LocationId | null;
};
type NoPlace = { readonly kind: 'taken' | 'notOffered'; readonly nearest: readonly Interval[] };

type TimesQuestion = {
  readonly wish: AppointmentWish;
  readonly timeZone: string;
  readonly now: EpochMilliseconds;
};
type Times<Answer> = {
  readonly serviceIds: readonly ServiceId[];
  readonly teamId: TeamId;
  readonly apart: boolean;
  readonly answer: Answer;
};
type TimeAnswer = FreePlace | NoPlace;

/** Asks, in the writer's own transaction, whether what is wished can be had at a time; null when there is no such service. */
export type ReadServiceTime = (
  scope: OrganisationScope,
  question: TimesQuestion & { readonly startAt: EpochMilliseconds },
) => Promise<Times<TimeAnswer> | null>;

/** The same about many times at once. */
export type ReadServiceTimes = (
  scope: OrganisationScope,
  question: TimesQuestion,
) => Promise<Times<(startAt: EpochMilliseconds) => TimeAnswer> | null>;

export type BookingTools = {
  readonly clock: Clock;
  readonly jobQueue: JobQueue;
  readonly linkSecret: string;
  readonly readServiceTime: ReadServiceTime;
  readonly readServiceTimes: ReadServiceTimes;
};

/** For whom the citizen acts. */
export type Principal = {
  readonly kind: 'child' | 'ward' | 'company' | 'association';
  readonly name: string;
  /** KBO or KvK number in digits: every company's, an association's when it has one, and nobody else's. */
  readonly registrationNumber: string | null;
};

export type OtherwiseChannel = 'counter' | 'phone' | 'online' | 'notAtAll';
/** How the wish reached the municipality. */
export type RequestChannel = 'website' | 'phone' | 'email' | 'counter';

export type BookingRequest = {
  readonly organisation: { readonly id: OrganisationId; readonly timeZone: string };
  /** Its audience follows from `request`, and it replaces nothing. */
  readonly wish: AppointmentWish;
  readonly startAt: EpochMilliseconds;
  /** Drawn when the form was shown; a second submit of the same form finds the first booking, and a hold of it is taken over. UUID. */
  readonly submissionKey: string;
  /** In which the citizen booked, and gets every message. */
  readonly language: Language;
  readonly details: ContactDetails;
  /** Null for oneself. */
  readonly principal: Principal | null;
  /** ISO 639-1; of who needs an interpreter, and of nobody else. */
  readonly interpreterLanguage: string | null;
  readonly wouldHaveCome: OtherwiseChannel | null;
  readonly request:
    | { readonly kind: 'citizen' }
    | { readonly kind: 'staff'; readonly actor: StaffActor; readonly requestChannel: RequestChannel };
};

export type Booked = {
  readonly reference: AppointmentReference;
  /**
   * The one link, to be exchanged for this browser's own cookie. Null when the form was sent again long after: whoever does so
   * need not be the one who booked.
   */
  readonly linkToken: LinkToken | null;
  /** For the printed sheet of who gave neither mail nor telephone; null for everybody else, and where the link is. */
  readonly sheetCode: SheetCode | null;
  readonly again: boolean;
};

export type BookingFailure =
  | { readonly code: 'unknownService' }
  /** The services are of different teams. */
  | { readonly code: 'servicesApart' }
  /** This member of staff may not book here. */
  | { readonly code: 'notAllowed' }
  /** An interpreter without a language that interpreters are found for, or a language without an interpreter. */
  | { readonly code: 'interpreterUnclear' }
  /** Somebody else has it, or it is not offered (any more); the nearest free times, in order. */
  | { readonly code: 'timeTaken' | 'timeNotOffered'; readonly nearest: readonly Interval[] };
