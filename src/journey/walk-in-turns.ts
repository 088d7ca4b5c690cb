import { byTurn, type Coming, expectStarts, freeMoments, type RunningDay } from './expected-starts.ts';
import { MINUTE_MILLISECONDS } from './time.ts';

/**
 * Who comes without appointment is told a time at once: the first at which there is time for what they come for, and nobody with an
 * agreed time is put off by it. From then on that time is their turn, as if it had been agreed; when a gap opens before it, because
 * somebody does not come or cancels, they move up.
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
    if (!putsOff(before, after)) return at;
  }
  return null;
}

/** Who agreed a time and is not there keeps their place for so long: people are a little late. */
const graceMinutes = 10;
/** A gap must hold so much more than what they come for: conversations run over. */
const spareMinutes = 5;

/**
 * The day with who came without appointment moved up, one after the other in the order of their turns: each to the first moment before
 * the time that they were told at which they can be helped and nobody else, agreed time or not, is put off by it. Reckoned anew at each
 * look: nothing is promised, and at the time that was told it is their turn in any case.
 */
export function moveUp<Day extends RunningDay>(day: Day, now: number): Day {
  const awaited: RunningDay = { ...day, coming: day.coming.map((person) => countLate(person, now)) };
  const moved = day.coming
    .filter((person) => mayMoveUp(person, now))
    .sort(byTurn)
    .reduce((before, { id }) => moveOne(before, id, now), awaited);
  const turns = new Map(moved.coming.map(({ id, movedUpTo }) => [id, movedUpTo]));
  const coming = day.coming.map((person) => {
    const movedUpTo = turns.get(person.id);
    return movedUpTo === undefined ? person : { ...person, movedUpTo };
  });
  return { ...day, coming };
}

function mayMoveUp({ seatId, arrivedAt, startAt, again }: Coming, now: number): boolean {
  return seatId === null && arrivedAt !== null && startAt > now && !again;
}

/** Whoever is a little late counts as if they came in this moment: nobody takes the place that they are on their way to. */
function countLate(person: Coming, now: number): Coming {
  const { seatId, arrivedAt, startAt, hasWaitingRoom } = person;
  const isLate = seatId !== null && arrivedAt === null && hasWaitingRoom && startAt <= now;
  return isLate && now - startAt < graceMinutes * MINUTE_MILLISECONDS
    ? { ...person, arrivedAt: now }
    : person;
}

function moveOne(day: RunningDay, id: string, now: number): RunningDay {
  const before = expectStarts(day, now);
  const others = day.coming.filter((person) => person.id !== id);
  const moments = [now, ...freeMoments({ ...day, coming: others }, now)]
    .filter((at) => at >= now && at < (before.get(id) ?? now))
    .sort((a, b) => a - b);
  for (const movedUpTo of moments) {
    const placed = (moreMinutes: number) => placeAt(day, { id, movedUpTo, moreMinutes });
    const after = expectStarts(placed(0), now);
    if (after.get(id) !== movedUpTo || putsOff(before, after)) continue;
    if (!putsOff(before, expectStarts(placed(spareMinutes), now))) return placed(0);
  }
  return day;
}

type Placement = { readonly id: string; readonly movedUpTo: number; readonly moreMinutes: number };

function placeAt(day: RunningDay, { id, movedUpTo, moreMinutes }: Placement): RunningDay {
  const place = (person: Coming): Coming => ({
    ...person,
    movedUpTo,
    durationMinutes: person.durationMinutes + moreMinutes,
  });
  return { ...day, coming: day.coming.map((person) => (person.id === id ? place(person) : person)) };
}

type Starts = ReturnType<typeof expectStarts>;

/** Whether anybody is helped later after than before, or nobody can say any more when. */
function putsOff(before: Starts, after: Starts): boolean {
  return [...before].some(([id, was]) => was !== null && (after.get(id) ?? Number.POSITIVE_INFINITY) > was);
}
