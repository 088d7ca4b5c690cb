import { describe, expect, it } from 'vitest';
import { byTurn, type Coming, expectStarts, type Running } from './expected-starts.ts';
import { type MeasuredPercents, measuredKept, percentOfPlanned } from './measured-durations.ts';
import { MINUTE_MILLISECONDS } from './time.ts';

// A day is played with the habits of a counter: people come early or late or not at all, conversations take what they take, clerks
// need a moment between two. Every minute, everybody who waits is shown when they are expected to be helped.

const services = [
  { plannedMinutes: 15, takes: 0.75 },
  { plannedMinutes: 20, takes: 1.25 },
  { plannedMinutes: 30, takes: 1 },
] as const;
const bufferMinutes = 5;
const opensForMinutes = 8 * 60;

type Citizen = {
  readonly id: string;
  readonly service: number;
  readonly seatId: string;
  readonly startMinute: number;
  /** Null: they do not come. */
  readonly arriveMinute: number | null;
  readonly takesMinutes: number;
};
type Measured = readonly MeasuredPercents[];
type Estimate = { readonly id: string; readonly shownAt: number; readonly expectedAt: number };
type Played = { readonly estimates: readonly Estimate[]; readonly begun: ReadonlyMap<string, number> };

/** Numbers from 0 to 1, the same at every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function createCitizens(random: () => number, seatCount: number): readonly Citizen[] {
  const citizens: Citizen[] = [];
  for (let seat = 0; seat < seatCount; seat += 1) {
    for (let startMinute = 0; startMinute < opensForMinutes; ) {
      const service = Math.floor(random() * services.length);
      const { plannedMinutes, takes } = services[service] as (typeof services)[number];
      citizens.push({
        id: `${seat}-${startMinute}`,
        service,
        seatId: `seat ${seat}`,
        startMinute,
        arriveMinute: random() < 0.07 ? null : Math.round(startMinute - 6 + 5 * normal(random)),
        takesMinutes: plannedMinutes * takes * Math.exp(0.35 * normal(random)),
      });
      startMinute += Math.ceil((plannedMinutes + bufferMinutes) / 5) * 5;
    }
  }
  return citizens;
}

type Talk = { readonly citizen: Citizen; readonly seatId: string; readonly fromMinute: number };

/** Plays the day minute by minute. @param measured what each service took lately */
function play(citizens: readonly Citizen[], random: () => number, measured: Measured): Played {
  const seatIds = [...new Set(citizens.map(({ seatId }) => seatId))];
  const readyAt = new Map(seatIds.map((id) => [id, 0]));
  const talks: Talk[] = [];
  const begun = new Map<string, number>();
  const estimates: Estimate[] = [];
  for (let minute = -30; minute < opensForMinutes + 240; minute += 1) {
    for (const talk of talks.filter(
      ({ fromMinute, citizen }) => fromMinute + citizen.takesMinutes <= minute,
    )) {
      talks.splice(talks.indexOf(talk), 1);
      readyAt.set(talk.seatId, minute + Math.round(2 * random()));
    }
    const waiting = citizens
      .filter(({ id, arriveMinute }) => arriveMinute !== null && arriveMinute <= minute && !begun.has(id))
      .sort((a, b) => byTurn(toComing(a, minute, measured), toComing(b, minute, measured)));
    for (const citizen of waiting) {
      if (citizen.startMinute > minute) continue;
      const seatId = seatIds.find(
        (id) => (readyAt.get(id) ?? 0) <= minute && !talks.some((talk) => talk.seatId === id),
      );
      if (seatId === undefined) break;
      talks.push({ citizen, seatId, fromMinute: minute });
      begun.set(citizen.id, minute);
    }
    const coming = citizens
      .filter(({ id }) => !begun.has(id))
      .map((citizen) => toComing(citizen, minute, measured));
    const running = talks.map((talk) => toRunning(talk, measured));
    const expected = expectStarts(
      { coming, running, seatsInUse: seatIds, seatsPaused: [], seatsClosed: [] },
      minute * MINUTE_MILLISECONDS,
    );
    for (const { id } of waiting) {
      const at = expected.get(id);
      if (!begun.has(id) && at != null)
        estimates.push({ id, shownAt: minute, expectedAt: at / MINUTE_MILLISECONDS });
    }
  }
  return { estimates, begun };
}

function toComing(
  { id, service, seatId, startMinute, arriveMinute }: Citizen,
  minute: number,
  measured: Measured,
): Coming {
  const isThere = arriveMinute !== null && arriveMinute <= minute;
  return {
    id,
    seatId,
    startAt: startMinute * MINUTE_MILLISECONDS,
    durationMinutes: services[service]?.plannedMinutes ?? 0,
    measured: measured[service] ?? [],
    arrivedAt: isThere ? arriveMinute * MINUTE_MILLISECONDS : null,
    hasWaitingRoom: true,
  };
}

function toRunning({ citizen, seatId, fromMinute }: Talk, measured: Measured): Running {
  return {
    seatId,
    admittedAt: fromMinute * MINUTE_MILLISECONDS,
    durationMinutes: services[citizen.service]?.plannedMinutes ?? 0,
    measured: measured[citizen.service] ?? [],
  };
}

/** Which share of what was shown came true within five minutes. */
function shareTrue(teams: readonly Played[]): number {
  const errors = teams.flatMap(({ estimates, begun }) =>
    estimates.map(({ id, expectedAt }) => Math.abs((begun.get(id) ?? Number.POSITIVE_INFINITY) - expectedAt)),
  );
  return errors.filter((minutes) => minutes <= 5).length / errors.length;
}

/** Six teams of three clerks: about three hundred conversations. */
function playDay(seed: number, measured: Measured): readonly Played[] {
  const random = createRandom(seed);
  return [1, 2, 3, 4, 5, 6].map(() => play(createCitizens(random, 3), random, measured));
}

/** What the product keeps of another day. */
function measureDay(seed: number): Measured {
  const citizens = createCitizens(createRandom(seed), 18);
  return services.map(({ plannedMinutes }, service) =>
    citizens
      .filter((citizen) => citizen.service === service)
      .slice(0, measuredKept)
      .map(({ takesMinutes }) => percentOfPlanned(takesMinutes, plannedMinutes)),
  );
}

describe('on played days of three hundred conversations each', () => {
  const days = [1, 2, 3, 4, 5];
  const withMeasures = days.map((seed) => playDay(seed, measureDay(seed + 100)));

  it('four of five estimates come true within five minutes', () => {
    for (const day of withMeasures)
      expect(day.reduce((sum, { begun }) => sum + begun.size, 0)).toBeGreaterThan(290);
    expect(shareTrue(withMeasures.flat())).toBeGreaterThan(0.8);
  });

  it.each(days)('what was measured makes them better than the plan alone (day %i)', (seed) => {
    const played = withMeasures[seed - 1] as readonly Played[];
    expect(shareTrue(played)).toBeGreaterThan(shareTrue(playDay(seed, [])));
  });
});
