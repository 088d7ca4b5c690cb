import type { AppointmentId, LocationId } from './ids.ts';
import type { Language } from './language.ts';
import type { EpochMilliseconds, Interval } from './time.ts';

/** How a conversation takes place. */
export type Channel = 'video' | 'phone' | 'chat' | 'counter';

/** The channels on which an appointment can be made, the first that a service offers being proposed. */
export const bookableChannels = ['video', 'phone', 'counter'] as const satisfies readonly Channel[];
export type BookableChannel = (typeof bookableChannels)[number];

/** What somebody needs to take part; never why. */
export type Need = 'interpreter' | 'signLanguage' | 'companion' | 'screenReader' | 'slowConnection';

/** Who looks for a time: staff see the times that are kept for them too. */
export type BookingAudience = 'citizen' | 'staff';

/** When an appointment is, and from when to when it holds its seat, buffers included. */
export type OwnTime = Interval & {
  readonly occupiedFromAt: EpochMilliseconds;
  readonly occupiedUntilAt: EpochMilliseconds;
};

/** What somebody wants an appointment for: all that decides about the times that can be offered. */
export type AppointmentWish = {
  /** The services' slugs, at least one, in the order in which they were chosen; all of one team. Durations add up. */
  readonly serviceSlugs: readonly string[];
  readonly channel: Channel;
  /** Of the counter: at which building; null is any. */
  readonly locationId: LocationId | null;
  /** An interpreter makes it longer, as the service says. */
  readonly needs: readonly Need[];
  /** The language of the conversation: a seat where it is spoken is preferred. */
  readonly language: Language;
  readonly audience: BookingAudience;
  /** The appointment that gives up its own time, when one is moved: it is no obstacle to itself. */
  readonly replaces: AppointmentId | null;
  /**
   * The time of the appointment that is replaced: it can be kept as it is, with its length, also where times are offered at other
   * minutes or are of another length by now.
   */
  readonly own?: OwnTime;
  /** Whose hold is no obstacle: the key of the form or the offer that looks. UUID. */
  readonly holderKey: string | null;
};
