import { randomUUID } from 'node:crypto';
import { type BookingState, nothingTyped } from '#features/booking/booking-state.ts';
import { findServiceTime } from '#features/scheduling/find-times.ts';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { clock } from '../../../wiring.ts';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { videoWish } from '../video-wish.ts';
import { offeredSlots } from './offered-slots.ts';

/** A form with nothing in it. */
export const blankBooking: BookingState = {
  step: 'details',
  submissionKey: '',
  wanted: '',
  moment: null,
  momentWords: null,
  slots: [],
  typed: nothingTyped,
  problems: {},
  problem: null,
};

const problems = { taken: 'timeTaken', notOffered: 'timeNotOffered' } as const;

/**
 * The form as it begins: nothing typed, and the moment of the address, or other ones when that cannot be had (any more).
 * Null when the address names no moment of any calendar, or no service.
 */
export async function startBooking(serviceSlug: string, moment: string): Promise<BookingState | null> {
  const [organisation, { style }] = await Promise.all([currentOrganisation(), currentReader()]);
  const read = parseMoment(moment, organisation.timeZone, epochMilliseconds(0));
  if (!read.ok) return null;
  const time = await findServiceTime(clock, organisation, videoWish(serviceSlug, style.language), read.value);
  if (time === null) return null;
  const start = { ...blankBooking, submissionKey: randomUUID(), wanted: moment };
  if (time.answer.kind === 'free') {
    const momentWords = capitalise(formatMoment(read.value, style), style.language);
    return { ...start, moment, momentWords };
  }
  const problem = read.value < clock.now() ? 'timePast' : problems[time.answer.kind];
  return {
    ...start,
    moment: null,
    momentWords: null,
    slots: offeredSlots(time.answer.nearest, style),
    problem,
  };
}
