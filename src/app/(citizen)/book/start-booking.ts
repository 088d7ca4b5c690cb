import { randomUUID } from 'node:crypto';
import { type BookingState, nothingTyped } from '#features/booking/booking-state.ts';
import { nothingSeen, nothingToLookAt } from '#features/booking/second-look.ts';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import { clock } from '../../../wiring.ts';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import type { CurrentWish } from '../current-wish.ts';
import { lookAtTime } from './keep-time.ts';
import { offeredSlots } from './offered-slots.ts';

/** A form with nothing in it. */
export function blankBooking({ wish }: CurrentWish): BookingState {
  return {
    step: 'details',
    submissionKey: randomUUID(),
    wish: { services: wish.serviceSlugs, channel: wish.channel, locationId: wish.locationId },
    wanted: '',
    moment: null,
    momentWords: null,
    slots: [],
    hold: null,
    typed: { ...nothingTyped, needs: wish.needs },
    problems: {},
    problem: null,
    look: nothingToLookAt,
    seen: nothingSeen,
  };
}

const problems = { taken: 'timeTaken', notOffered: 'timeNotOffered' } as const;

/**
 * The form as it begins: nothing typed, and the moment of the address, or other ones when that cannot be had (any more). Looking at it
 * changes nothing: what reads addresses for people holds no times.
 * Null when the address names no moment of any calendar, or no service.
 */
export async function startBooking(current: CurrentWish, moment: string): Promise<BookingState | null> {
  const [organisation, { style }] = await Promise.all([currentOrganisation(), currentReader()]);
  const read = parseMoment(moment, organisation.timeZone, epochMilliseconds(0));
  if (!read.ok) return null;
  const start = { ...blankBooking(current), wanted: moment };
  const holderKey = current.wish.holderKey ?? start.submissionKey;
  const time = await lookAtTime({ wish: current.wish, startAt: read.value, holderKey });
  if (time === null) return null;
  if (time.kind === 'free') {
    const momentWords = capitalise(formatMoment(read.value, style), style.language);
    return { ...start, moment, momentWords, hold: time.hold };
  }
  const problem = read.value < clock.now() ? 'timePast' : problems[time.kind];
  return { ...start, slots: offeredSlots(time.nearest, style), problem };
}
