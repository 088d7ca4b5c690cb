import { describe, expect, it } from 'vitest';
import { byTurn, type Coming, expectStarts, type Running, type RunningDay } from './expected-starts.ts';
import { type MeasuredPercents, measuredKept, percentOfPlanned } from './measured-durations.ts';
import { MINUTE_MILLISECONDS } from './time.ts';
import { firstTurn } from './walk-in-turns.ts';

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
  /** Null: they come without appointment. */
  readonly seatId: string | null;
  /** As agreed; of who comes without appointment: when they come. */
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

/** People who come without appointment, about so many an hour, until an hour and a half before the end. */
function createWalkIns(random: () => number, perHour: number): readonly Citizen[] {
  const citizens: Citizen[] = [];
  for (let minute = 0; ; ) {
    minute += Math.ceil((-Math.log(1 - random()) * 60) / perHour);
    if (minute > opensForMinutes - 90) return citizens;
    const service = Math.floor(random() * services.length);
    const { plannedMinutes, takes } = services[service] as (typeof services)[number];
    const takesMinutes = plannedMinutes * takes * Math.exp(0.35 * normal(random));
    const id = `walk-in ${citizens.length}`;
    citizens.push({ id, service, seatId: null, startMinute: minute, arriveMinute: minute, takesMinutes });
  }
}

type Talk = { readonly citizen: Citizen; readonly seatId: string; readonly fromMinute: number };

/** Plays the day minute by minute. @param measured what each service took lately */
function play(citizens: readonly Citizen[], random: () => number, measured: Measured): Played {
  const seatIds = [...new Set(citizens.flatMap(({ seatId }) => seatId ?? []))];
  /** The minute that who came without appointment was told. */
  const told = new Map<string, number>();
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
    const reckon = (): RunningDay => ({
      coming: citizens
        .filter(({ id, seatId }) => !begun.has(id) && (seatId !== null || told.has(id)))
        .map((citizen) => toComing({ ...citizen, ...turnOf(citizen) }, minute, measured)),
      running: talks.map((talk) => toRunning(talk, measured)),
      seatsInUse: seatIds,
      seatsPaused: [],
      seatsClosed: [],
    });
    const turnOf = ({ id, startMinute }: Citizen) => ({ startMinute: told.get(id) ?? startMinute });
    for (const citizen of citizens.filter(
      ({ seatId, arriveMinute }) => seatId === null && arriveMinute === minute,
    )) {
      const newcomer = toComing(citizen, minute, measured);
      const at = firstTurn(reckon(), newcomer, minute * MINUTE_MILLISECONDS);
      if (at !== null) told.set(citizen.id, at / MINUTE_MILLISECONDS);
    }
    const waiting = citizens
      .filter(({ id, arriveMinute }) => arriveMinute !== null && arriveMinute <= minute && !begun.has(id))
      .map((citizen) => ({ ...citizen, ...turnOf(citizen) }))
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
    const expected = expectStarts(reckon(), minute * MINUTE_MILLISECONDS);
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

/** The same teams, with a third of their times not booked, and people who come without appointment. */
function playMixedDay(seed: number, measured: Measured): readonly Played[] {
  const random = createRandom(seed);
  return [1, 2, 3, 4, 5, 6].map(() => {
    const booked = createCitizens(random, 3).filter(() => random() > 0.35);
    return play([...booked, ...createWalkIns(random, 1)], random, measured);
  });
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

  it('also where people come without appointment between them', () => {
    const mixed = days.slice(0, 3).map((seed) => playMixedDay(seed, measureDay(seed + 100)));
    for (const day of mixed) expect(day.reduce((sum, { begun }) => sum + begun.size, 0)).toBeGreaterThan(220);
    expect(shareTrue(mixed.flat())).toBeGreaterThan(0.8);
    const walkIns = mixed
      .flat()
      .flatMap(({ begun }) => [...begun.keys()].filter((id) => id.startsWith('walk-in')));
    expect(walkIns.length).toBeGreaterThan(100);
  });
});
