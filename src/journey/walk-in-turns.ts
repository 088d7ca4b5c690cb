import { type Coming, expectStarts, type RunningDay } from './expected-starts.ts';
import { MINUTE_MILLISECONDS } from './time.ts';

/**
 * Who comes without appointment is told a time at once: the first at which there is time for what they come for, and nobody with an
 * agreed time is put off by it. From then on that time is their turn, as if it had been agreed.
 */

/** Times are told in steps of so many minutes. */
const stepMinutes = 1;
/** Further ahead no time is looked for. */
const mostHours = 12;

export type Newcomer = Pick<Coming, 'durationMinutes' | 'measured'>;

/**
 * The first time that can be told to a newcomer; null when nobody can say.
 * @param day with everybody who was told a time before
 */
export function firstTurn(day: RunningDay, newcomer: Newcomer, now: number): number | null {
  const before = expectStarts(day, now);
  for (let minutes = 0; minutes <= mostHours * 60; minutes += stepMinutes) {
    const startAt = now + minutes * MINUTE_MILLISECONDS;
    const person: Coming = {
      ...newcomer,
      id: 'newcomer',
      seatId: null,
      startAt,
      arrivedAt: now,
      hasWaitingRoom: true,
    };
    const after = expectStarts({ ...day, coming: [...day.coming, person] }, now);
    const at = after.get(person.id) ?? null;
    if (at === null) return null;
    if (at !== startAt) continue;
    const putsOff = [...before].some(([id, was]) => was !== null && (after.get(id) ?? was) > was);
    if (!putsOff) return at;
  }
  return null;
}
