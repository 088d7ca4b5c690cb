import { headers } from 'next/headers';
import { mayHold } from '#features/booking/booking-limits.ts';
import type { BookingFailure } from '#features/booking/booking-request.ts';
import type { BookingState } from '#features/booking/booking-state.ts';
import { findHeld, type Held, holdTime, prolongHold } from '#features/booking/hold-time.ts';
import { findServiceTime } from '#features/scheduling/find-times.ts';
import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { LocationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { EpochMilliseconds, Interval } from '#journey/time.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { attemptLimiter, clock } from '../../../wiring.ts';
import { currentReader } from '../../current-reader.ts';
import { currentOrganisation } from '../../current-request.ts';
import { bookingTools } from './booking-tools.ts';

type HoldWords = BookingState['hold'];
type Kept = Result<HoldWords, BookingFailure>;

/** A time of somebody's wish, and the key under which this form holds it. */
export type WantedTime = {
  readonly wish: AppointmentWish;
  readonly startAt: EpochMilliseconds;
  readonly holderKey: string;
};

/** Keeps a time free while somebody types. From another site, or from where too many are kept, it is only looked whether it is free. */
export async function keepTime({ wish, startAt, holderKey }: WantedTime): Promise<Kept> {
  const organisation = await currentOrganisation();
  const head = await headers();
  if (!comesFromElsewhere(head) && (await mayHold(attemptLimiter, clientAddress(head)))) {
    const held = await holdTime(bookingTools(), { organisation, wish, startAt, holderKey });
    return held.ok ? succeed(await toWords(held.value)) : held;
  }
  const seen = await lookAtTime({ wish, startAt, holderKey });
  if (seen === null) return fail({ code: 'unknownService' });
  return seen.kind === 'free'
    ? succeed(seen.hold)
    : fail({ code: failureCodes[seen.kind], nearest: seen.nearest });
}

const failureCodes = { taken: 'timeTaken', notOffered: 'timeNotOffered' } as const;

/** Keeps a time free for longer; when it was let go of meanwhile, from now on if it is still free. */
export async function keepTimeLonger(wanted: WantedTime): Promise<Kept> {
  const organisation = await currentOrganisation();
  const prolonged = await prolongHold({ clock }, { organisation, holderKey: wanted.holderKey });
  return prolonged.ok ? succeed(await toWords(prolonged.value)) : keepTime(wanted);
}

export type LookedAt =
  | { readonly kind: 'free'; readonly hold: HoldWords; readonly locationId: LocationId | null }
  | { readonly kind: 'taken' | 'notOffered'; readonly nearest: readonly Interval[] };

/** Whether a time is free and how long it is kept, without changing anything. Null when there is no such service. */
export async function lookAtTime({ wish, startAt, holderKey }: WantedTime): Promise<LookedAt | null> {
  const organisation = await currentOrganisation();
  const time = await findServiceTime(clock, organisation, { ...wish, holderKey }, startAt);
  if (time === null) return null;
  if (time.answer.kind !== 'free') return time.answer;
  const { occupiedFromAt, locationId } = time.answer;
  const held = await findHeld({ clock }, { organisation, holderKey, occupiedFromAt });
  const hold = held === null || held === 'over' ? held : await toWords(held);
  return { kind: 'free', hold, locationId };
}

async function toWords({ expiresAt, prolongations }: Held): Promise<HoldWords> {
  const { style } = await currentReader();
  return {
    expiresAt,
    readAt: clock.now(),
    until: formatTime(expiresAt, style),
    canProlong: prolongations > 0,
  };
}
