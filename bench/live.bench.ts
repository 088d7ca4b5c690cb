// npm run bench -- live [--json] [--teams=10]   2,000 people in waiting rooms and 100 open seats of ten teams on one web server, or fewer
// teams for a quick look: how long a change takes to the last seat of its team, and what a connection costs, beside a bare node:http stream of events that is sent the same bytes.
import './support/stack.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import { createVisit } from '../prisma/factories/conversation-factories.ts';
import { createOrganisation, createSeat } from '../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../prisma/factories/seat-factories.ts';
import { report, say } from './support/figures.ts';
import { type ProcessUse, readProcessUse } from './support/process-use.ts';
import { ratioOf, readingOf } from './support/readings.ts';
import { stack } from './support/stack.ts';
import { type Follower, followStream } from './support/stream-follower.ts';

const teams = Number(
  process.argv.find((each) => each.startsWith('--teams='))?.slice('--teams='.length) ?? 10,
);
const seatsPerTeam = 10;
const citizensPerTeam = 200;
const rounds = 5;
const changesPerRound = 40;
const idleMilliseconds = 30_000;
const connections = teams * (seatsPerTeam + citizensPerTeam);

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Who is told of a change: resolves when the last of them was. */
type Awaited = { readonly told: (number: number, at: number) => void; readonly last: Promise<number> };

function awaitLast(count: number, isNews: (number: number) => boolean): Awaited {
  const { promise: last, resolve } = Promise.withResolvers<number>();
  let missing = count;
  return {
    last,
    told: (number, at) => {
      if (isNews(number) && --missing === 0) resolve(at);
    },
  };
}

type Team = {
  readonly counter: Counter;
  readonly appointments: readonly AppointmentId[];
  seats: Awaited | null;
  version: number;
};

type Side = { readonly pid: number; readonly followers: Follower[]; before: ProcessUse };

async function fillTeam(organisation: Counter['organisation'], side: Side): Promise<Team> {
  const counter = await createCounter(organisation);
  const appointments: AppointmentId[] = [];
  const team: Team = { counter, appointments, seats: null, version: 0 };
  const { host } = organisation;
  const port = stack.webPort;
  for (let seat = 0; seat < seatsPerTeam; seat += 1) {
    const { token } = await createSeatedClerk(counter);
    const address = { port, host, path: '/events/seat', cookie: `${staffSessionCookie}=${token}` };
    side.followers.push(
      followStream(address, (number, at) => {
        team.version = Math.max(team.version, number);
        team.seats?.told(number, at);
      }),
    );
  }
  for (let citizen = 0; citizen < citizensPerTeam; citizen += 1) {
    const { id: seatId } = await createSeat(organisation.id, counter.teamId);
    const place = {
      organisationId: organisation.id,
      teamId: counter.teamId,
      seatId,
      serviceIds: [counter.serviceId],
    };
    const { id, reference } = await createAppointment(place, stack.environment.LINK_SECRET ?? '');
    const { token } = await createVisit(organisation.id, id);
    appointments.push(id);
    const path = `/events/visits/${reference}`;
    side.followers.push(
      followStream({ port, host, path, cookie: `${visitCookie(reference)}=${token}` }, () => {}),
    );
  }
  return team;
}

/** Something that every seat of the team shows. @returns milliseconds from the commit to the last seat */
async function change(team: Team, nth: number): Promise<number> {
  const { organisation, teamId } = team.counter;
  const before = team.version;
  team.seats = awaitLast(seatsPerTeam, (number) => number > before);
  const id = team.appointments[nth % team.appointments.length] as AppointmentId;
  await withOrganisation(organisation.id, async (scope) => {
    await scope.db.appointment.updateMany({ where: { id }, data: { saidComingAt: new Date() } });
    const streams = [`team:${teamId}`, `appointment:${id}`] as const;
    const event = { type: 'appointment.saidComing', actor: systemActor, payload: {}, at: Date.now() };
    await recordEvent(scope, { streams, ...event });
  });
  const committedAt = performance.now();
  return (await team.seats.last) - committedAt;
}

type Bare = Side & { readonly port: number; readonly process: ChildProcess; seats: Awaited[] };

async function openBare(): Promise<Bare> {
  const process = spawn(globalThis.process.execPath, ['bench/support/bare-streams.ts']);
  const [line] = (await once(process.stdout, 'data')) as [Buffer];
  const port = Number(/ready (\d+)/.exec(line.toString())?.[1]);
  await wait(2_000);
  const pid = process.pid as number;
  const bare: Bare = { port, process, pid, followers: [], before: readProcessUse(pid), seats: [] };
  for (let team = 0; team < teams; team += 1) {
    for (let seat = 0; seat < seatsPerTeam; seat += 1) {
      const told = (number: number, at: number) => bare.seats[team]?.told(number, at);
      bare.followers.push(followStream({ port, host: 'bare', path: `/seats/${team}` }, told));
    }
    for (let citizen = 0; citizen < citizensPerTeam; citizen += 1) {
      bare.followers.push(followStream({ port, host: 'bare', path: `/visits/${team}` }, () => {}));
    }
  }
  await Promise.all(bare.followers.map(({ followed }) => followed));
  return bare;
}

/** The same bytes to the same number of followers. @returns milliseconds until the last seat has them */
async function broadcast(bare: Bare, team: number, frame: { readonly seat: string; readonly visit: string }) {
  const seats = awaitLast(seatsPerTeam, (number) => number > 0);
  bare.seats[team] = seats;
  const startedAt = performance.now();
  const send = (path: string, body: string) =>
    fetch(`http://127.0.0.1:${bare.port}${path}/${team}`, { method: 'POST', body });
  await Promise.all([send('/seats', frame.seat), send('/visits', frame.visit)]);
  return (await seats.last) - startedAt;
}

async function measureUse({ pid }: Side, work: () => Promise<unknown>): Promise<number> {
  const before = readProcessUse(pid).cpuMilliseconds;
  await work();
  return readProcessUse(pid).cpuMilliseconds - before;
}

const perConnection = (side: Side) =>
  (readProcessUse(side.pid).residentKilobytes - side.before.residentKilobytes) / connections;

const web = stack.processIds.web as number;
const product: Side = { pid: web, followers: [], before: readProcessUse(web) };
const organisation = await createOrganisation();
say(`opening ${connections.toLocaleString('en')} connections`);
const opened: Team[] = [];
for (let team = 0; team < teams; team += 1) opened.push(await fillTeam(organisation, product));
await Promise.all(product.followers.map(({ followed }) => followed));
await wait(5_000);
const bare = await openBare();
const kilobytes = { product: perConnection(product), bare: perConnection(bare) };

say('nothing happens');
const idle = { product: 0, bare: 0 };
idle.product = await measureUse(product, async () => {
  idle.bare = await measureUse(bare, () => wait(idleMilliseconds));
});

const times = { product: [] as number[], bare: [] as number[] };
const use = { product: 0, bare: 0 };
for (let round = 0; round <= rounds; round += 1) {
  const seat = 'x'.repeat(product.followers[0]?.frameBytes() ?? 0);
  const visit = 'x'.repeat(product.followers[seatsPerTeam]?.frameBytes() ?? 0);
  const read = { product: [] as number[], bare: [] as number[] };
  const usedByProduct = await measureUse(product, async () => {
    for (let nth = 0; nth < changesPerRound; nth += 1) {
      read.product.push(await change(opened[nth % teams] as Team, round * changesPerRound + nth));
      await wait(50);
    }
  });
  const usedByBare = await measureUse(bare, async () => {
    for (let nth = 0; nth < changesPerRound; nth += 1) {
      read.bare.push(await broadcast(bare, nth % teams, { seat, visit }));
      await wait(50);
    }
  });
  // The first round warms plans and the compiler.
  if (round === 0) continue;
  times.product.push(...read.product);
  times.bare.push(...read.bare);
  use.product += usedByProduct;
  use.bare += usedByBare;
  say(
    `round ${round}: last seat after ${readingOf(read.product).medianMs} ms, bare ${readingOf(read.bare).medianMs} ms`,
  );
}

const reading = { product: readingOf(times.product), bare: readingOf(times.bare) };
const changes = rounds * changesPerRound;
const round2 = (value: number) => Math.round(value * 100) / 100;
const row = (what: string, one: number, other: number) => ({
  what,
  product: round2(one),
  bare: round2(other),
  ratio: round2(one / other),
});
const rows = [
  row('change to the last seat, median ms', reading.product.medianMs, reading.bare.medianMs),
  row('change to the last seat, p99 ms', reading.product.p99Ms, reading.bare.p99Ms),
  row('processor per change, ms', use.product / changes, use.bare / changes),
  row(
    'processor per connection and minute when nothing happens, ms',
    (idle.product * 60_000) / idleMilliseconds / connections,
    (idle.bare * 60_000) / idleMilliseconds / connections,
  ),
  row('memory per connection, kB', kilobytes.product, kilobytes.bare),
];
report({ connections, changes, ratio: ratioOf(reading.product, reading.bare), rows }, rows);
for (const { close } of [...product.followers, ...bare.followers]) close();
bare.process.kill();
process.exit(0);
