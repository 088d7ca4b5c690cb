import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { chromiumArguments } from '../../scripts/testing/chromium-arguments.ts';
import '../../scripts/testing/provided-context.ts';

/** A person at a browser of their own. What their pages complain of, and whom they ask, is watched all the time. */
export type Person = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, page errors, and requests to hosts that are not the product's or its video server's. */
  readonly complaints: string[];
};

/**
 * Starts a browser with a camera that shows a moving picture and a microphone that beeps.
 * @param film what its camera shows instead (a file that Chromium can play)
 */
export function launchBrowser(film?: string): Promise<Browser> {
  return launchBrowserWith(film === undefined ? [] : [`--use-file-for-fake-video-capture=${film}`]);
}

/** The same with more arguments, such as those of a network of its own. */
export function launchBrowserWith(args: readonly string[]): Promise<Browser> {
  const { chromiumPath } = inject('stack');
  return chromium.launch({ executablePath: chromiumPath, args: [...chromiumArguments, ...args] });
}

/**
 * One browser for the tests of a file. Its windows close after each test; what they showed when a test failed is kept in
 * `.test/failures`.
 * @param film what its camera shows, when not the moving picture
 */
export function shareBrowser(film?: () => Promise<string>): () => Browser {
  let browser: Browser;
  browsersOfFile += 1;
  const nthBrowser = browsersOfFile;
  beforeAll(async () => {
    browser = await launchBrowser(await film?.());
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await keepPictures(browser, `${task.name} ${nthBrowser}`);
      const shown = await readPages(browser);
      for (const error of task.result.errors ?? []) error.message += shown;
    }
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(() => browser.close());
  return () => browser;
}

let browsersOfFile = 0;

async function keepPictures(browser: Browser, title: string): Promise<void> {
  const folder = path.join('.test', 'failures');
  await mkdir(folder, { recursive: true });
  const name = title.replace(/[^\p{L}\d]+/gu, '-').slice(-60);
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.allSettled(
    pages.map((page, index) => page.screenshot({ path: path.join(folder, `${name}-${index + 1}.png`) })),
  );
}

/** What stands on each open page, for whoever cannot see the pictures. */
async function readPages(browser: Browser): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const texts = await Promise.all(
    pages.map(async (page) => {
      const body = page.locator('body');
      // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, and not the scripts as well
      const text = await body.innerText({ timeout: 5_000 }).catch(() => '(no answer)');
      return `\n\n${new URL(page.url()).pathname} showed: ${text.replace(/\s+/g, ' ').slice(0, 1_500)}`;
    }),
  );
  return texts.join('');
}

export type PersonOptions = {
  readonly locale?: string;
  readonly javaScript?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: boolean;
  readonly dark?: boolean;
};

/** Opens a private window. @param origin where relative addresses lead to */
export async function createPerson(
  browser: Browser,
  origin: string,
  options: PersonOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: options.locale ?? 'nl-BE',
    javaScriptEnabled: options.javaScript ?? true,
    viewport: options.viewport ?? { width: 1440, height: 900 },
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    colorScheme: options.dark === true ? 'dark' : 'light',
    timezoneId: 'Europe/Brussels',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const allowed = allowedHosts(origin);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isInline = url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isInline && !allowed.has(url.host)) complaints.push(`request to ${url.host}`);
  });
  page.on('websocket', (socket) => {
    const { host } = new URL(socket.url());
    if (!allowed.has(host)) complaints.push(`socket to ${host}`);
  });
  return { context, page, complaints };
}

/** @param origin the product's own, at which this person begins */
function allowedHosts(origin: string): ReadonlySet<string> {
  const { livekit, identityIssuer } = inject('stack');
  const urls = [origin, livekit.publicUrl, livekit.publicUrl.replace(/^ws/, 'http'), identityIssuer];
  return new Set(urls.map((url) => new URL(url).host));
}
