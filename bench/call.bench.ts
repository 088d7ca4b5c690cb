// npm run bench -- call [--delay=30] [--json]   from the click on admit to the first decoded frame of the other side, in both directions,
// interleaved with a bare join of the video library into a room where somebody has been publishing for a while. With a delay everything between the browsers and the servers comes so many
// milliseconds later, there and back.
import './support/stack.ts';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { createVideoRooms } from '#adapters/livekit/video-rooms.ts';
import { closeDatabase } from '#db/client.ts';
import type { ParticipantId, RoomName } from '#journey/ids.ts';
import { openColdJoin } from './support/cold-join/open-cold-join.ts';
import { type Figures, figuresOf, report, say } from './support/figures.ts';
import { readClick, readFirstFrame, watchFirstFrame } from './support/first-frame.ts';
import { openLine } from './support/line.ts';
import {
  bookNow,
  launchBrowser,
  type MeasuredCounter,
  openCounter,
  openSeat,
  openWindow,
} from './support/people.ts';

const rounds = 20;
/** So long both sides have been ready before the click: encoders and estimates of bandwidth have settled. */
const settleMilliseconds = 3_000;
const picture = 'video[data-remote-video]';
const { values: options } = parseArgs({
  options: { delay: { type: 'string', default: '0' }, json: { type: 'boolean' } },
});
const line = await openLine(Number(options.delay));

/** Milliseconds from the click to the first frame. */
type Round = { readonly citizenSees: number; readonly clerkSees: number };

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One conversation through the product's own pages. */
async function admit(browser: Browser, counter: MeasuredCounter, seat: Page, name: string): Promise<Round> {
  const link = await bookNow(counter, name);
  const context = await openWindow(browser, counter.origin);
  await line.take(context);
  const citizen = await context.newPage();
  await watchFirstFrame(citizen, picture);
  await citizen.goto(link);
  await citizen.getByRole('button', { name: 'Open mijn afspraak' }).click();
  // The words come from the server, the title from the page once it lives.
  await citizen.waitForFunction(() => document.title.includes('U bent de volgende'));
  await citizen.getByRole('button', { name: 'Zet beeld en geluid aan' }).click();
  await citizen.getByText('Nu ziet alleen u dit beeld').waitFor();
  await seat.getByRole('button', { name: new RegExp(name) }).click();
  await seat.getByText('U staat klaar').waitFor();
  await wait(settleMilliseconds);

  const admitted = seat.waitForResponse((response) => response.url().endsWith('/admit'));
  await seat.getByRole('button', { name: /^Toelaten/ }).click();
  const citizenAt = await readFirstFrame(citizen);
  const clerkAt = await readFirstFrame(seat);
  const clickedAt = await readClick(seat);
  await end(seat, (await admitted).url().replace(/admit$/, 'end'), counter.serviceId);
  await context.close();
  return { citizenSees: citizenAt - clickedAt, clerkSees: clerkAt - clickedAt };
}

async function end(seat: Page, address: string, serviceId: string): Promise<void> {
  const status = await seat.evaluate(
    async ([url, service]) => {
      const body = JSON.stringify({ outcomes: [{ serviceId: service, outcome: 'solved' }], report: '' });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
    [address, serviceId] as const,
  );
  if (status !== 200) throw new Error(`ending answered ${status}`);
  await seat.locator(picture).waitFor({ state: 'detached' });
}

/** One bare join: both have the library loaded and their camera open; one publishes already, the other clicks. */
async function joinCold(browser: Browser): Promise<Round> {
  const rooms = createVideoRooms(() => line.livekit);
  const room = randomUUID() as RoomName;
  await rooms.open(room);
  const access = () => rooms.issueAccess(room, randomUUID() as ParticipantId, 'converse', 'Somebody');
  const [first, second] = [await openColdJoin(browser, line.take), await openColdJoin(browser, line.take)];
  await join(first, await access());
  await wait(settleMilliseconds);
  const clickedAt = await join(second, await access());
  const secondAt = await readFirstFrame(second);
  const firstAt = await readFirstFrame(first);
  await Promise.all([first, second].map((page) => page.context().close()));
  await rooms.close(room);
  return { citizenSees: secondAt - clickedAt, clerkSees: firstAt - clickedAt };
}

function join(page: Page, access: { url: string; token: string }): Promise<number> {
  return page.evaluate(({ url, token }) => coldJoin.join(url, token), access);
}

function ratio(warm: Figures, cold: Figures) {
  const share = (a: number, b: number) => Math.round((a / b) * 100) / 100;
  return {
    ratioToColdJoin: share(warm.medianMs, cold.medianMs),
    p95RatioToColdJoin: share(warm.p95Ms, cold.p95Ms),
  };
}

const browser = await launchBrowser(line.browserArguments);
const counter = await openCounter(line.webPort);
const seat = await openSeat(browser, counter, line.take);
await watchFirstFrame(seat, picture);
await seat.reload();
const warm: Round[] = [];
const cold: Round[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const admission = await admit(browser, counter, seat, `Burger ${round} Ronde`);
  const bare = await joinCold(browser);
  // The first round warms caches of the browser and the server.
  if (round === 0) continue;
  warm.push(admission);
  cold.push(bare);
  say(
    `round ${round}: ${Math.round(admission.citizenSees)} ms, bare join ${Math.round(bare.citizenSees)} ms`,
  );
}
await browser.close();
await closeDatabase();
await line.close();

const directions = ['citizenSees', 'clerkSees'] as const;
const [citizenSees, clerkSees] = directions.map((direction) => {
  const admitted = figuresOf(warm.map((round) => round[direction]));
  const coldJoin = figuresOf(cold.map((round) => round[direction]));
  return { ...admitted, ...ratio(admitted, coldJoin), coldJoin };
});
report({ admitToFirstFrame: citizenSees, admitToFirstFrameAtSeat: clerkSees }, [
  { what: 'citizen sees clerk', ...rowOf(citizenSees) },
  { what: 'clerk sees citizen', ...rowOf(clerkSees) },
]);

function rowOf(measured: (Figures & ReturnType<typeof ratio> & { coldJoin: Figures }) | undefined) {
  if (measured === undefined) throw new Error('nothing was measured');
  return {
    'median ms': measured.medianMs,
    'p95 ms': measured.p95Ms,
    'bare join median ms': measured.coldJoin.medianMs,
    'bare join p95 ms': measured.coldJoin.p95Ms,
    'ratio median': measured.ratioToColdJoin,
    'ratio p95': measured.p95RatioToColdJoin,
    rounds: measured.rounds,
  };
}
