import type { AppointmentWish } from '#journey/appointment-wish.ts';
import { chooseStepMinutes } from './choose-step.ts';

/** What the services of an appointment say about booking it, taken together. */
export interface BookingRules {
  readonly durationMinutes: number;
  /** Time that the seat needs before and after the appointment. */
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly stepMinutes: number;
  /** How long before its start an appointment can still be booked. */
  readonly minimumNoticeMinutes: number;
  /** How far ahead can be booked: 0 is today only, 30 is today and the thirty dates after it. */
  readonly horizonDays: number;
  /** Percentage of times and seats that only staff can book. */
  readonly staffSharePercent: number;
}

/** What one service says about booking it. */
export type ServiceRules = Omit<BookingRules, 'stepMinutes'> & {
  /** How much longer it takes with an interpreter. */
  readonly interpreterMinutes: number;
};

/**
 * The rules for one appointment about several services (at least one): durations add up, and of everything else the strictest holds.
 */
export function mergeRules(
  services: readonly ServiceRules[],
  { needs }: Pick<AppointmentWish, 'needs'>,
): BookingRules {
  const isInterpreted = needs.includes('interpreter') || needs.includes('signLanguage');
  const most = (pick: (rules: ServiceRules) => number) => Math.max(...services.map(pick));
  const durationMinutes = services.reduce(
    (sum, rules) => sum + rules.durationMinutes + (isInterpreted ? rules.interpreterMinutes : 0),
    0,
  );
  const bufferBeforeMinutes = most((rules) => rules.bufferBeforeMinutes);
  const bufferAfterMinutes = most((rules) => rules.bufferAfterMinutes);
  return {
    durationMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    stepMinutes: chooseStepMinutes(bufferBeforeMinutes + durationMinutes + bufferAfterMinutes),
    minimumNoticeMinutes: most((rules) => rules.minimumNoticeMinutes),
    horizonDays: Math.min(...services.map((rules) => rules.horizonDays)),
    staffSharePercent: most((rules) => rules.staffSharePercent),
  };
}

/** How long an appointment may hold its seat, buffers included: what is longer is no appointment, and the database refuses it. */
const mostOccupiedMinutes = 24 * 60;

export function isTooLong({
  bufferBeforeMinutes,
  durationMinutes,
  bufferAfterMinutes,
}: BookingRules): boolean {
  return bufferBeforeMinutes + durationMinutes + bufferAfterMinutes > mostOccupiedMinutes;
}
