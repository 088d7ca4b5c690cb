// npm run bench -- messages [--json] [--count 50000] [--only alone|fire]   Reminders that are all due at once: how many go out in a second, and what becomes of them
// when workers are killed every two seconds while the mail server is away for a time.
import './support/stack.ts';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deliveryWindow } from '#features/messages/delivery-lane.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { withClient } from '../scripts/database/roles.ts';
import { spawnGroup } from '../scripts/stack/groups.ts';
import { report, say } from './support/figures.ts';
import { fillReminders } from './support/fill-reminders.ts';
import { type OwnDatabase, openOwnDatabase } from './support/own-database.ts';
import type { SinkOrder, SinkReport } from './support/smtp-sink.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    count: { type: 'string', default: '50000' },
    only: { type: 'string' },
  },
});
const count = Number(values.count);
const killEveryMs = 2_000;
const awayAfterMs = 10_000;
const awayForMs = 10_000;
const lookEveryMs = 500;
const giveUpMs = 12 * 60_000;

type Worker = { readonly child: ChildProcess; readonly ready: Promise<void>; isReady: boolean };
type Sink = {
  readonly port: number;
  readonly order: (order: SinkOrder) => void;
  readonly read: () => Promise<SinkReport>;
  readonly close: () => void;
};

async function openSink(): Promise<Sink> {
  const child = fork(new URL('./support/smtp-sink.ts', import.meta.url));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    order: (order) => child.send(order),
    read: async () => {
      child.send('report');
      return ((await once(child, 'message')) as [SinkReport])[0];
    },
    close: () => void child.kill(),
  };
}

function startWorker(sink: Sink): Worker {
  const env = {
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    LOG_LEVEL: 'silent',
    DATABASE_URL: process.env.DATABASE_URL,
  };
  const child = spawnGroup(process.execPath, ['src/worker.ts'], { env });
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk) => String(chunk).includes('ready worker') && resolve());
    child.once('exit', () => resolve());
  });
  const worker: Worker = { child, ready, isReady: false };
  void ready.then(() => {
    worker.isReady = true;
  });
  return worker;
}

/** How many reminders are in which state. */
async function readStates({ ownerUrl }: OwnDatabase, id: OrganisationId): Promise<Record<string, number>> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from "Message" where "organisationId" = $1 group by state',
      [id],
    );
    return Object.fromEntries(rows.map((row) => [row.state, row.count]));
  });
}

async function untilAllAccepted(own: OwnDatabase, id: OrganisationId): Promise<void> {
  for (const startedAt = Date.now(); Date.now() - startedAt < giveUpMs; await wait(lookEveryMs)) {
    const states = await readStates(own, id);
    if (states.accepted === count) return;
  }
  throw new Error(`Not all were accepted: ${JSON.stringify(await readStates(own, id))}`);
}

type Result = {
  readonly what: string;
  readonly reminders: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly lost: number;
  readonly kills: number;
  readonly twice: number;
  readonly twiceAtMost: number;
};

function resultOf(what: string, { counts, firstAt, lastAt }: SinkReport, kills: number): Result {
  const times = counts.map(([, each]) => each);
  const seconds = (lastAt - firstAt) / 1_000;
  const twice = times.reduce((sum, each) => sum + each - 1, 0);
  const result = {
    what,
    reminders: count,
    seconds: Math.round(seconds * 10) / 10,
    perSecond: Math.round(count / seconds),
    lost: count - counts.length,
    kills,
    twice,
    twiceAtMost: kills * deliveryWindow,
  };
  say(JSON.stringify(result));
  if (result.lost !== 0) throw new Error(`${result.lost} reminders were lost`);
  if (twice > result.twiceAtMost) throw new Error(`${twice} went out twice, after ${kills} kills`);
  return result;
}

type Run = (sink: Sink, isOver: () => boolean) => Promise<number>;

/** @param run works until it is over; gives the number of kills */
async function measure(name: string, what: string, run: Run): Promise<Result> {
  say(`filling a database with ${count.toLocaleString('en')} reminders`);
  const own = await openOwnDatabase(`messages_${name}`);
  const sink = await openSink();
  try {
    const id = await withClient(own.ownerUrl, (client) => fillReminders(client, count));
    let over = false;
    const running = run(sink, () => over);
    await untilAllAccepted(own, id);
    over = true;
    return resultOf(what, await sink.read(), await running);
  } finally {
    sink.close();
    await own.close();
  }
}

const lookAround = async (isOver: () => boolean) => {
  while (!isOver()) await wait(lookEveryMs);
};

/** One worker, left alone. */
async function workAlone(sink: Sink, isOver: () => boolean): Promise<number> {
  const { child } = startWorker(sink);
  await lookAround(isOver);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return 0;
}

/** Two workers, as an installation has them; every two seconds the one that works longest is killed. The mail server is away for a time. */
async function workUnderFire(sink: Sink, isOver: () => boolean): Promise<number> {
  const workers = [startWorker(sink), startWorker(sink)];
  await Promise.all(workers.map(({ ready }) => ready));
  void awayForATime(sink);
  let kills = 0;
  while (!isOver()) {
    await wait(killEveryMs);
    // One that has not begun yet has nothing in hand, and killing it would show nothing.
    const oldest = workers.findIndex(({ isReady }) => isReady);
    if (oldest === -1) continue;
    const [killed] = workers.splice(oldest, 1);
    workers.push(startWorker(sink));
    if (killed?.child.kill('SIGKILL')) kills += 1;
  }
  for (const { child } of workers) child.kill('SIGKILL');
  return kills;
}

async function awayForATime(sink: Sink): Promise<void> {
  await wait(awayAfterMs);
  sink.order('off');
  say('the mail server is away');
  await wait(awayForMs);
  sink.order('on');
  say('the mail server is back');
}

const measurements = [
  ['alone', 'one worker', workAlone],
  ['fire', 'a worker killed every two seconds, the mail server away for ten', workUnderFire],
] as const;
const results: Result[] = [];
for (const [name, what, run] of measurements) {
  if (values.only === undefined || values.only === name) results.push(await measure(name, what, run));
}
report(
  { results },
  results.map(({ what, reminders, seconds, perSecond, lost, kills, twice, twiceAtMost }) => ({
    what,
    reminders,
    seconds,
    'per second': perSecond,
    lost,
    kills,
    'sent twice': twice,
    'at most': twiceAtMost,
  })),
);
