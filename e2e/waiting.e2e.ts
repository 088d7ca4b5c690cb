import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { createSeatedClerk } from '../prisma/factories/seat-factories.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openLink, showOneself } from './support/citizen.ts';
import { bookDirectly, type OwnCounter, openCounter } from './support/counter.ts';
import { createPerson, type Person, type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const phone = { width: 390, height: 844 };
const minute = 60_000;

afterAll(closeDatabase);

let counter: OwnCounter;
beforeEach(async () => {
  counter = await openCounter();
});

const book = (startMinute = 0, overrides: Parameters<typeof bookDirectly>[1] = {}) =>
  bookDirectly(counter, { startAt: new Date(Date.now() + startMinute * minute), ...overrides });

const enter = (options: PersonOptions = {}) =>
  createPerson(browser(), counter.origin, { viewport: phone, ...options });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Nothing to scroll to sideways on the narrowest phone, and nothing that axe finds. */
async function expectFit(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize(phone);
  await expectAccessible(page);
}

async function openAndWait(person: Person, link: string): Promise<void> {
  await openLink(person, link);
  await heading(person.page, 'U bent de volgende').waitFor();
  // The heading comes from the server, the title from the page once it lives.
  await expect.poll(() => person.page.title(), { timeout: 10_000 }).toContain('U bent de volgende');
}

describe('a link', () => {
  test.each([
    ['before its day shows what to prepare', 3_000, 'Uw afspraak'],
    ['on its day is the waiting room', 10, 'U bent de volgende'],
  ])('%s, on the narrowest phone and with and without script', async (_what, startMinute, title) => {
    const { link } = await book(startMinute);
    const person = await enter();
    await person.page.goto(link);
    await expectFit(person.page);
    await openLink(person, link);
    await heading(person.page, title).waitFor();
    await expectFit(person.page);
    expect(person.complaints).toEqual([]);

    const plain = await enter({ javaScript: false });
    await plain.page.goto(person.page.url());
    await heading(plain.page, 'Open uw afspraak met de link').waitFor();
    await plain.page.goto(link);
    await plain.page.getByRole('button', { name: 'Hier verdergaan' }).click();
    await heading(plain.page, title).waitFor();
  });

  test('without script tells that a conversation needs one, and how to talk without', async () => {
    const { link } = await book();
    const { page } = await enter({ javaScript: false });
    await page.goto(link);
    await page.getByRole('button', { name: 'Open mijn afspraak' }).click();
    // Playwright looks for words outside of noscript only.
    await expect
      .poll(() => page.locator('main noscript').textContent())
      .toContain('Voor een videogesprek is JavaScript nodig.');
    const renews = page.locator('meta[http-equiv=refresh]');
    const typed = page.locator('main :is(textarea, input:not([type=hidden]))');
    expect([await renews.count(), (await typed.count()) > 0]).toEqual([0, true]);
    await page.goto(`${page.url()}?follow=1`);
    expect([await renews.count(), await typed.count()]).toEqual([1, 0]);
    await page.getByRole('link', { name: 'Iets invullen of insturen' }).click();
    await expect.poll(() => typed.count()).toBeGreaterThan(0);
    await page
      .getByRole('link', { name: /Ik praat liever via de telefoon/ })
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /beeld en geluid/ }).isVisible()).toBe(false);
  });

  test('opens the waiting room by itself when its time comes', async () => {
    const { link, id } = await book(3_000);
    const person = await enter();
    await openLink(person, link);
    await heading(person.page, 'Uw afspraak').waitFor();
    await moveTo(id, Date.now() + 30 * minute + 3_000);
    await person.page.reload();
    await heading(person.page, 'Uw afspraak').waitFor();
    await heading(person.page, 'U bent de volgende').waitFor();
    expect(person.complaints).toEqual([]);
  });
});

/** Puts an appointment at another time, as if time had passed. */
async function moveTo(id: AppointmentId, startAt: number): Promise<void> {
  const times = {
    startAt: new Date(startAt),
    occupiedFromAt: new Date(startAt),
    endAt: new Date(startAt + 15 * minute),
    occupiedUntilAt: new Date(startAt + 15 * minute),
  };
  await withOrganisation(counter.organisation.id, ({ db }) =>
    db.appointment.updateMany({ where: { id }, data: times }),
  );
}

describe('a second browser', () => {
  test('is asked who it is; the same citizen moves over, and the first device says so and can take back', async () => {
    const { link } = await book();
    const [first, second] = [await enter(), await enter({ viewport: { width: 1440, height: 900 } })];
    await openAndWait(first, link);
    await second.page.goto(link);
    await expectAccessible(second.page);
    await second.page.getByRole('button', { name: 'Hier verdergaan' }).click();
    await heading(second.page, 'U bent de volgende').waitFor();
    await heading(first.page, 'U ging verder op een ander toestel').waitFor();
    await expectFit(first.page);

    await first.page.goto(link);
    await first.page.getByRole('button', { name: 'Hier verdergaan' }).click();
    await heading(first.page, 'U bent de volgende').waitFor();
    await heading(second.page, 'U ging verder op een ander toestel').waitFor();
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });

  test('of somebody who helps gives a name, and waits along without a place in the queue', async () => {
    const { link } = await book();
    const [citizen, helper] = [await enter(), await enter()];
    await openAndWait(citizen, link);
    await helper.page.goto(link);
    await helper.page.getByRole('button', { name: 'Mee wachten' }).click();
    await helper.page.getByRole('link', { name: 'Vul uw naam in, hoogstens 120 tekens.' }).waitFor();
    await expectFit(helper.page);
    await helper.page.getByLabel('Uw naam').fill('Karim Haddad');
    await helper.page.getByRole('button', { name: 'Mee wachten' }).click();
    await heading(helper.page, 'U wacht mee').waitFor();
    await expectFit(helper.page);
    await heading(citizen.page, 'U bent de volgende').waitFor();
    expect([...citizen.complaints, ...helper.complaints]).toEqual([]);
  });
});

describe('somebody who waits', () => {
  test('is told when the connection is lost, that the place is kept, and what happened meanwhile', async () => {
    const { link } = await book(20);
    const person = await enter();
    const following = person.page.waitForResponse((response) => response.url().includes('?changes'));
    await openAndWait(person, link);
    // A connection that opens in the moment of the cut would pass for one that holds.
    await following;
    await person.context.setOffline(true);
    await person.page.getByText('Even geen verbinding.').waitFor();
    await expectAccessible(person.page);
    const earlier = await enter();
    await openAndWait(earlier, (await book(5)).link);
    await person.context.setOffline(false);
    await person.page.getByText('U bent terug.').waitFor();
    await heading(person.page, 'Nog 1 persoon voor u').waitFor();
    await expect.poll(() => person.page.title()).toContain('Nog 1 persoon voor u');
    await person.page.getByText('U bent terug.').waitFor({ state: 'detached' });
    await earlier.page.close();
    await heading(person.page, 'U bent de volgende').waitFor({ timeout: 10_000 });
  });

  test('hears that nobody is at the counter yet, with the telephone and without a time, until somebody is', async () => {
    const { link } = await book(-4);
    const person = await enter();
    const { page, complaints } = person;
    await openAndWait(person, link);
    const nobody = page.getByText('Er is nog niemand aan de balie. Wij weten nog niet wanneer het begint.');
    await nobody.first().waitFor();
    const notice = page.getByText('Uw plaats blijft behouden').locator('..');
    await notice.getByRole('link', { name: /Ik praat liever via de telefoon/ }).waitFor();
    expect(await page.getByText(/aan de beurt rond|minuten uit|helpt u/).count()).toBe(0);
    await expectFit(page);

    await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
    await tellTeam('seat.taken');
    await page.getByText('U bent aan de beurt rond').waitFor();
    await page.getByRole('heading', { name: 'Mieke Verstraete helpt u' }).waitFor();
    expect(await nobody.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('opens camera and microphone by the keyboard, sees only oneself, and turns them off', async () => {
    const { link } = await book();
    const { page, complaints } = await enter();
    await openAndWait({ page, complaints } as Person, link);
    await page.getByRole('button', { name: 'Zet beeld en geluid aan' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Nu ziet alleen u dit beeld').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Microfoon aan');
    await page.keyboard.press('Space');
    await expect.poll(() => focused(page)).toBe('Microfoon uit');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Camera uit');
    await page.getByText('Wij horen u straks, maar zien u niet.').waitFor();
    await expectFit(page);
    expect(complaints).toEqual([]);
  });

  test('whose browser refuses the camera is told how to allow it, and tries again', async () => {
    const { link } = await book();
    const person = await enter();
    await person.page.addInitScript(() => {
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      let refusals = 3;
      mediaDevices.getUserMedia = (constraints) => {
        refusals -= 1;
        return refusals >= 0 ? Promise.reject(new DOMException('', 'NotAllowedError')) : open(constraints);
      };
    });
    await openAndWait(person, link);
    await person.page.getByRole('button', { name: 'Zet beeld en geluid aan' }).click();
    const help = person.page.getByRole('alert').filter({ hasText: 'Uw browser laat de camera' });
    await help.getByText('Klik op het icoon naast het webadres.').waitFor();
    await expectFit(person.page);
    await help.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await person.page.getByText('Nu ziet alleen u dit beeld').waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('is brought to the end by itself, title and all, when the conversation is over', async () => {
    const { link, id } = await book();
    const person = await enter();
    await openAndWait(person, link);
    await expect.poll(() => person.page.title()).toContain('U bent de volgende');
    await endConversation(id);
    await heading(person.page, 'Het gesprek is klaar').waitFor();
    await expect.poll(() => person.page.title()).toContain('Het gesprek is klaar');
    expect(person.complaints).toEqual([]);
  });

  test('keeps the picture that was opened when the connection comes and goes', async () => {
    const { link } = await book();
    const person = await enter();
    await openAndWait(person, link);
    await showOneself(person.page);
    await person.context.setOffline(true);
    await person.page.getByText('Even geen verbinding.').waitFor();
    await person.context.setOffline(false);
    await person.page.getByText('U bent terug.').waitFor();
    await person.page.getByText('Nu ziet alleen u dit beeld').waitFor();
  });
});

/** Lets the screens of the team look again. */
function tellTeam(type: 'seat.taken'): Promise<unknown> {
  return withOrganisation(counter.organisation.id, (scope) =>
    recordEvent(scope, {
      streams: [`team:${counter.teamId}`],
      type,
      actor: systemActor,
      payload: {},
      at: Date.now(),
    }),
  );
}

/** Ends the conversation of somebody who waits, once their arrival opened it. */
async function endConversation(appointmentId: AppointmentId): Promise<void> {
  const count = () =>
    withOrganisation(counter.organisation.id, ({ db }) =>
      db.presence.count({ where: { visit: { appointmentId } } }),
    );
  await expect.poll(count).toBe(1);
  await withOrganisation(counter.organisation.id, async (scope) => {
    const at = new Date();
    await scope.db.conversation.updateMany({
      where: { appointmentId },
      data: { state: 'ended', endedAt: at },
    });
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${counter.teamId}`],
      type: 'conversation.ended',
      actor: systemActor,
      payload: {},
      at: at.getTime(),
    });
  });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the test of device and connection', () => {
  const readTest = (appointmentId: AppointmentId) =>
    withOrganisation(counter.organisation.id, ({ db }) =>
      db.deviceTest.findFirst({ where: { appointmentId } }),
    );

  async function run(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Start de test' }).click();
    await page.getByRole('button', { name: 'Speel de bel af' }).click({ timeout: 60_000 });
  }

  test('sends a picture through the real video server and back, and keeps the answer for the seat', async () => {
    const { link, id } = await book(3_000);
    const person = await enter();
    const { page } = person;
    await openLink(person, link);
    await page.getByRole('link', { name: 'Start de test' }).click();
    await page.waitForURL(/\/test$/);
    await expectFit(page);
    const end = page.waitForResponse(/\/api\/device-test\/room\/end$/);
    await run(page);
    expect((await end).status()).toBe(204);
    await expectFit(page);
    await page.getByRole('button', { name: 'Ja, ik hoor de bel' }).click();
    await page.getByText('Onze medewerker ziet dit resultaat.').waitFor();
    await expectFit(page);
    const kept = await readTest(id);
    expect(kept?.results).toMatchObject({
      browser: 'fit',
      camera: 'works',
      speaker: 'heard',
      connection: {
        signalling: true,
        media: true,
        transport: 'udp',
        routes: { udp: 'yes', tcp: 'notOffered', turn: 'notOffered' },
      },
    });
    expect(kept?.verdict).not.toBe('failed');
    await page.goto(page.url().replace(/\/test$/, ''));
    await page.getByText(/Uw test op /).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('says plainly that a conversation does not work where the video server is out of reach', async () => {
    const person = await enter();
    const { page } = person;
    await page.goto('/test');
    await page.routeWebSocket(/rtc/, (socket) => socket.close());
    await page.route(/\/rtc\/validate/, (route) => route.abort());
    await run(page);
    await page.getByRole('button', { name: 'Nee, ik hoor niets' }).click();
    await heading(page, 'Een videogesprek lukt hier nu niet').waitFor();
    await page.getByText('Wij bereiken de videoserver niet.').waitFor();
    await page.getByRole('link', { name: /Liever bellen/ }).waitFor();
    await expectFit(page);
  });
});
