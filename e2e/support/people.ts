import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import '../../scripts/testing/provided-context.ts';

/** A person at a browser of their own. What their pages complain of, and whom they ask, is watched all the time. */
export type Person = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, page errors, and requests to hosts that are not the product's or its video server's. */
  readonly complaints: string[];
};

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
];

/** Starts a browser with a camera that shows a moving picture and a microphone that beeps. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('stack').chromiumPath, args: chromiumArguments });
}

export type PersonOptions = {
  readonly locale?: string;
  readonly javaScript?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: boolean;
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
    timezoneId: 'Europe/Brussels',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const allowed = allowedOrigins();
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

function allowedOrigins(): ReadonlySet<string> {
  const { origins, livekit, identityIssuer } = inject('stack');
  const urls = [
    ...Object.values(origins),
    livekit.publicUrl,
    livekit.publicUrl.replace(/^ws/, 'http'),
    identityIssuer,
  ];
  return new Set(urls.map((url) => new URL(url).host));
}
