// npm run bench -- scheduling [--json]   A month of free times as the database grows, the rules alone, and a rush: 500 citizens for 50 times.
// Every reading stands beside a bare `select 1` that was asked in turn with it: the ratio is what can be compared between machines.
import './support/stack.ts';
import { randomUUID } from 'node:crypto';
import { closeJobQueue, pgBossQueue } from '#adapters/jobs/pg-boss-queue.ts';
import { database } from '#db/client.ts';
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
import { type OwnDatabase, openOwnDatabase } from './support/own-database.ts';
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

type Filled = OwnDatabase & { readonly size: number; readonly team: MeasuredTeam };

/** A database with 300 teams, 3,000 seats and so many appointments, and one team whose ten seats are two thirds taken. */
async function fillDatabase(size: number): Promise<Filled> {
  say(`filling a database with ${size.toLocaleString('en')} appointments`);
  const own = await openOwnDatabase(`scheduling_${size}`);
  const team = await openTeam(10);
  await withClient(own.ownerUrl, async (client) => {
    await keepOfficeHours(client, team);
    await openEverybody(client);
    const setAgain = await liftConstraints(client);
    await fillDays(client, team, { from: -historyDays(size), until: 30, now: new Date(now) });
    await fillYears(client, { from: 0, until: size, now: new Date(now) });
    await setAgain();
    await client.query('vacuum analyze');
  });
  return { ...own, size, team };
}

/** A small database is a young one. */
function historyDays(size: number): number {
  return Math.round(size / 3000);
}

/** A month of free times for one service, of the small database, the larger one and the largest in turn. */
async function measureGrowth(databases: readonly Filled[]): Promise<void> {
  const ask = ({ use, team }: Filled) => {
    use();
    return findOfferedDays(clock, team.organisation, makeWish(team.slug));
  };
  const asks = Object.fromEntries(databases.map((each) => [String(each.size), () => ask(each)]));
  const readings = await measureInTurn<string>({ bare, ...asks }, often);
  keep('a bare select 1', readings.bare as Reading, readings.bare as Reading);
  for (const { size } of databases) {
    const what = `a month of free times, ${size.toLocaleString('en')} appointments`;
    keep(what, readings[String(size)] as Reading, readings.bare as Reading);
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

const databases: Filled[] = [];
for (const size of sizes) databases.push(await fillDatabase(size));
await measureGrowth(databases);
const largest = databases.at(-1) as Filled;
largest.use();
await measureRules(largest.ownerUrl);
await measureRush();
await closeJobQueue();
for (const { close } of databases) await close();

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
