import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { staffSessionCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../prisma/factories/seat-factories.ts';
import { chromiumArguments } from '../../scripts/testing/chromium-arguments.ts';
import type { Line } from './line.ts';
import { stack } from './stack.ts';

export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: stack.chromiumPath, args: [...chromiumArguments, ...more] });
}

export type MeasuredCounter = Counter & { readonly origin: string };

/** A municipality of the measurement's own, so that nobody else waits there. */
export async function openCounter(webPort = stack.webPort): Promise<MeasuredCounter> {
  const counter = await createCounter();
  return { ...counter, origin: `http://${counter.organisation.host}:${webPort}` };
}

/** Somebody with an appointment, now unless told otherwise: the address of their link. */
export async function bookNow(
  counter: MeasuredCounter,
  citizenName: string,
  startAt = Date.now(),
): Promise<string> {
  const { organisation, teamId, serviceId, origin } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const secret = stack.environment.LINK_SECRET ?? '';
  const { linkToken } = await createAppointment(place, secret, { citizenName, startAt: new Date(startAt) });
  return `${origin}/l/${linkToken}`;
}

/** A clerk who is signed on and sits at a seat. */
export async function openSeat(
  browser: Browser,
  counter: MeasuredCounter,
  take?: Line['take'],
): Promise<Page> {
  const { token } = await createSeatedClerk(counter);
  const context = await openWindow(browser, counter.origin);
  await take?.(context);
  const url = counter.origin.replace('http:', 'https:');
  const flags = { secure: true, httpOnly: true, sameSite: 'Lax' } as const;
  await context.addCookies([{ name: staffSessionCookie, value: token, url, ...flags }]);
  const page = await context.newPage();
  await page.goto('/seat');
  return page;
}

export function openWindow(browser: Browser, origin: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: origin,
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    viewport: { width: 1280, height: 800 },
  });
}
