// npm run bench -- scheduling [--json]   A month of free times as the database grows, the rules alone, and a rush: 500 citizens for 50 times.
// Every reading stands beside a bare `select 1` that was asked in turn with it: the ratio is what can be compared between machines.
import './support/stack.ts';
import { randomUUID } from 'node:crypto';
import { closeJobQueue, pgBossQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { closeDatabase, database } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { bookAppointment } from '#features/booking/book-appointment.ts';
import { findOfferedDays, readServiceTime, readServiceTimes } from '#features/scheduling/find-times.ts';
import { offeredDays } from '#features/scheduling/offered-times.ts';
import { readSchedule } from '#features/scheduling/schedule.data.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { makeWish } from '../prisma/factories/wish-factories.ts';
import { withClient } from '../scripts/database/roles.ts';
import { report, say } from './support/figures.ts';
import {
  fillDays,
  fillYears,
  keepOfficeHours,
  liftConstraints,
  type MeasuredTeam,
  openEverybody,
  openTeam,
} from './support/fill-schedule.ts';
import { openOwnDatabase } from './support/own-database.ts';
import { measureInTurn, type Reading, ratioOf, readingOf } from './support/readings.ts';

const sizes = [10_000, 100_000, 1_000_000];
const often = { rounds: 5, callsPerRound: 200 };
const rushes = 5;
const citizens = 500;
const times = 50;

const now = epochMilliseconds(Math.floor(Date.now() / 60_000) * 60_000);
const clock = { now: () => now };
const bare = () => database().pool.query('select 1');

type Row = { readonly what: string; readonly reading: Reading; readonly ratio: number };
const rows: Row[] = [];

function keep(what: string, reading: Reading, beside: Reading): void {
  rows.push({ what, reading, ratio: ratioOf(reading, beside) });
  say(`${what}: best ${reading.bestMs} ms, median ${reading.medianMs} ms, p99 ${reading.p99Ms} ms`);
}

/** A month of free times for one service at ten seats that are two thirds taken, in ever larger databases. */
async function measureGrowth(ownerUrl: string, team: MeasuredTeam): Promise<void> {
  let filled = 0;
  for (const size of sizes) {
    await withClient(ownerUrl, async (client) => {
      const setAgain = await liftConstraints(client);
      await fillYears(client, { from: filled, until: size, now: new Date(now) });
      await setAgain();
      await client.query('vacuum analyze "Appointment"');
    });
    filled = size;
    const wish = makeWish(team.slug);
    const { read, one } = await measureInTurn(
      { one: bare, read: () => findOfferedDays(clock, team.organisation, wish) },
      often,
    );
    keep(`a month of free times, ${size.toLocaleString('en')} appointments`, read, one);
    if (size === sizes[0]) rows.push({ what: 'beside it: a bare select 1', reading: one, ratio: 1 });
  }
}

/** The rules alone: twenty clerks over thirty days, as read once. */
async function measureRules(ownerUrl: string): Promise<void> {
  const team = await openTeam(20);
  await withClient(ownerUrl, async (client) => {
    await keepOfficeHours(client, team);
    await fillDays(client, team, { from: 1, until: 30, now: new Date(now) });
  });
  const schedule = await withOrganisation(team.organisation.id, (scope) =>
    readSchedule(scope, makeWish(team.slug), team.organisation.timeZone, now),
  );
  if (schedule === null) throw new Error('There is no service to count times of');
  const { rules, one } = await measureInTurn({ one: bare, rules: () => offeredDays(schedule, now) }, often);
  keep('the rules alone, 20 clerks over 30 days', rules, one);
}

/** Five hundred at once for fifty times at one seat, by the real booking with its messages and jobs. */
async function measureRush(): Promise<void> {
  const tools = {
    clock,
    jobQueue: pgBossQueue,
    linkSecret: process.env.LINK_SECRET ?? '',
    readServiceTime,
    readServiceTimes,
  };
  // Connections of the pool, and of the queue, are there before.
  await Promise.all(Array.from({ length: 8 }, bare));
  const waits: number[] = [];
  const bares: number[] = [];
  for (let round = 0; round <= rushes; round += 1) {
    const { one } = await measureInTurn({ one: bare }, { rounds: 1, callsPerRound: 50 });
    const team = await openTeam(1);
    const first = addMinutes(now, 24 * 60 - ((now / 60_000) % 20));
    const outcomes = await Promise.all(
      Array.from({ length: citizens }, async (_, citizen) => {
        const startedAt = performance.now();
        const result = await bookAppointment(tools, {
          organisation: team.organisation,
          wish: makeWish(team.slug),
          startAt: addMinutes(first, 20 * (citizen % times)),
          submissionKey: randomUUID(),
          language: 'nl',
          details: { name: `Burger ${citizen}`, email: 'burger@example.org', phone: null, remark: null },
          principal: null,
          interpreterLanguage: null,
          wouldHaveCome: null,
          request: { kind: 'citizen' },
        });
        return { took: performance.now() - startedAt, code: result.ok ? 'booked' : result.failure.code };
      }),
    );
    const booked = outcomes.filter(({ code }) => code === 'booked').length;
    const told = outcomes.filter(({ code }) => code === 'timeTaken').length;
    // The one thing that is asserted: who got what. How long it took is read, and no more.
    if (booked !== times || told !== citizens - times) throw new Error(`${booked} booked, ${told} told so`);
    if (round === 0) continue;
    waits.push(...outcomes.map(({ took }) => took));
    bares.push(one.medianMs);
  }
  keep(`a rush: ${citizens} citizens at once for ${times} times`, readingOf(waits), readingOf(bares));
}

const ownerUrl = await openOwnDatabase('scheduling_bench');
const measured = await openTeam(10);
say('filling the database with 300 teams and 3,000 seats');
await withClient(ownerUrl, async (client) => {
  await keepOfficeHours(client, measured);
  await openEverybody(client);
  await fillDays(client, measured, { from: -300, until: 30, now: new Date(now) });
});
await measureRules(ownerUrl);
await measureGrowth(ownerUrl, measured);
await measureRush();
await closeJobQueue();
await closeDatabase();

report(
  { readings: rows },
  rows.map(({ what, reading, ratio }) => ({
    what,
    'best ms': reading.bestMs,
    'median ms': reading.medianMs,
    'p99 ms': reading.p99Ms,
    'times a select 1': ratio,
  })),
);
