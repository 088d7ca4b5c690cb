// npm run bench -- pages [--json]   JavaScript of each page of a citizen, as really loaded (kB gzipped), and how long it takes from
// opening the link to the waiting room, and to the clerk's screen.
import './support/stack.ts';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { closeDatabase } from '#db/client.ts';
import { figuresOf, report, say } from './support/figures.ts';
import {
  bookNow,
  launchBrowser,
  type MeasuredCounter,
  openCounter,
  openSeat,
  openWindow,
} from './support/people.ts';
import { stack } from './support/stack.ts';

const rounds = 20;

/** Weighs the scripts of the page that is open: gzipped bytes, whether they came over the network or from the browser's cache. */
function weighScripts(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  // Only what the last page of a visit loads counts.
  page.on('request', (request) => {
    if (request.isNavigationRequest()) sizes.clear();
  });
  page.on('response', (response) => {
    const isScript = /javascript/.test(response.headers()['content-type'] ?? '');
    if (!isScript || response.status() !== 200) return;
    const size = response.body().then(
      (body) => gzipSync(body).length,
      () => 0,
    );
    sizes.set(response.url(), size);
  });
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}

type Weight = {
  readonly page: string;
  /** Before the page is complete. */
  readonly kB: number;
  /** Fetched after that, while nothing else happens. */
  readonly laterKB: number;
};

/** Visits a page in a browser that has nothing of ours yet, and weighs what it loads there. */
async function weigh(
  browser: Browser,
  origin: string,
  name: string,
  visit: (page: Page) => Promise<unknown>,
): Promise<Weight> {
  const context = await openWindow(browser, origin);
  const page = await context.newPage();
  const readBytes = weighScripts(page);
  await visit(page);
  await page.waitForLoadState('load');
  const complete = await readBytes();
  await page.waitForLoadState('networkidle').catch(() => say(`${name} never comes to rest: it is live`));
  const idle = await readBytes();
  await context.close();
  const kB = (bytes: number) => Math.round(bytes / 100) / 10;
  say(`${name}: ${kB(complete)} kB`);
  return { page: name, kB: kB(complete), laterKB: kB(idle - complete) };
}

async function openLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Open mijn afspraak' }).click();
  await page.waitForURL(/\/a\/[^/]+$/);
}

async function chooseTime(page: Page, service: string): Promise<void> {
  await page.goto(service);
  await page.getByRole('radio').last().check();
  await page.getByRole('button', { name: 'Dit moment kiezen' }).click();
  await page.waitForURL(/\/book/);
}

/** Every page that a citizen sees before the call. */
async function weighAll(browser: Browser, counter: MeasuredCounter): Promise<readonly Weight[]> {
  const city = stack.origins.leiebeke ?? '';
  const service = '/services/verhuizing-aangeven';
  const link = await bookNow(counter, 'Sofie Van Daele');
  const inThreeDays = await bookNow(counter, 'Ahmed El Idrissi', Date.now() + 3 * 86_400_000);
  const visits: [string, string, (page: Page) => Promise<unknown>][] = [
    ['home and search', city, (page) => page.goto('/')],
    ['service and free times', city, (page) => page.goto(service)],
    ['details', city, (page) => chooseTime(page, service)],
    ['link', counter.origin, (page) => page.goto(link)],
    ['appointment before the day', counter.origin, (page) => openLink(page, inThreeDays)],
    ['waiting room', counter.origin, (page) => openLink(page, link)],
    ['connection test', city, (page) => page.goto('/test')],
  ];
  const weights: Weight[] = [];
  for (const [name, origin, visit] of visits) weights.push(await weigh(browser, origin, name, visit));
  return weights;
}

/** From the click that opens the link, milliseconds. */
type Arrival = {
  /** Until the waiting room is painted. */
  readonly toWaitingRoom: number;
  /** Until the clerk's screen lists who came among those who wait. */
  readonly toSeat: number;
};

/** Writes down, in the clerk's page, when each name first stands among those who wait. */
async function watchArrivals(seat: Page): Promise<void> {
  await seat.evaluate(() => {
    const seen = new Map<string, number>();
    Object.assign(globalThis, { arrivedAt: (name: string) => seen.get(name) ?? null });
    new MutationObserver(() => {
      const text = document.querySelector('[data-section="waiting"]')?.textContent ?? '';
      for (const [name] of text.matchAll(/Burger \d+ Aankomst/g)) {
        if (!seen.has(name)) seen.set(name, performance.timeOrigin + performance.now());
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

declare global {
  /** Epoch milliseconds; null before somebody of this name came. */
  function arrivedAt(name: string): number | null;
}

/** Somebody opens their link, while a clerk's screen is open. */
async function timeArrival(
  browser: Browser,
  counter: MeasuredCounter,
  seat: Page,
  name: string,
): Promise<Arrival> {
  const context = await openWindow(browser, counter.origin);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const now = () => String(performance.timeOrigin + performance.now());
    addEventListener('click', () => sessionStorage.setItem('clickedAt', now()), { capture: true });
  });
  await openLink(page, await bookNow(counter, name));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const { clickedAt, paintedAt } = await page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const clicked = Number(sessionStorage.getItem('clickedAt'));
    return { clickedAt: clicked, paintedAt: performance.timeOrigin + painted };
  });
  await seat.waitForFunction((who) => arrivedAt(who) !== null, name);
  const listedAt = await seat.evaluate((who) => arrivedAt(who) ?? Number.NaN, name);
  await context.close();
  return { toWaitingRoom: paintedAt - clickedAt, toSeat: listedAt - clickedAt };
}

const browser = await launchBrowser();
const counter = await openCounter();
const weights = await weighAll(browser, counter);
const place = await openCounter();
const seat = await openSeat(browser, place);
await watchArrivals(seat);
const arrivals: Arrival[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const arrival = await timeArrival(browser, place, seat, `Burger ${round} Aankomst`);
  // The first round warms caches of the browser and the server.
  if (round > 0) arrivals.push(arrival);
}
await browser.close();
await closeDatabase();

const linkToWaitingRoom = figuresOf(arrivals.map(({ toWaitingRoom }) => toWaitingRoom));
const linkToSeat = figuresOf(arrivals.map(({ toSeat }) => toSeat));
report({ javascript: weights, linkToWaitingRoom, linkToSeat }, [
  ...weights.map(({ page, kB, laterKB }) => ({ what: page, 'kB gzipped': kB, 'later, while idle': laterKB })),
  {
    what: 'link opened to waiting room shown',
    'kB gzipped': `${linkToWaitingRoom.medianMs} ms median`,
    'later, while idle': `${linkToWaitingRoom.p95Ms} ms p95`,
  },
  {
    what: 'link opened to listed at the seat',
    'kB gzipped': `${linkToSeat.medianMs} ms median`,
    'later, while idle': `${linkToSeat.p95Ms} ms p95`,
  },
]);
