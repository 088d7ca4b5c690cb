import type { OfferedSlot } from '#features/booking/booking-state.ts';
import { writeMoment } from '#features/scheduling/parse-moment.ts';
import type { Interval } from '#journey/time.ts';
import {
  capitalise,
  formatClock,
  formatDay,
  formatNearMoment,
  type MomentStyle,
} from '#shared/i18n/format-moment.ts';

/** Free times as the form shows them. */
export function offeredSlots(times: readonly Interval[], style: MomentStyle): OfferedSlot[] {
  return times.map(({ startAt }) => ({
    value: writeMoment(startAt, style.timeZone),
    text: formatClock(startAt, style),
    label: capitalise(formatNearMoment(startAt, style), style.language),
    day: capitalise(formatDay(startAt, style), style.language),
  }));
}
