import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { SeatId } from '#journey/ids.ts';
import { createAppointment } from '../prisma/factories/appointment-factories.ts';
import { createService } from '../prisma/factories/organisation-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { type OwnCounter, openCounter, seatClerk } from './support/counter.ts';
import { countKeys, openByShortcut, pressByKey, tabTo, typeInto } from './support/keyboard.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase, linkSecret } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

/** A counter with one more service that people know by another word. */
async function openTownHall(): Promise<OwnCounter> {
  const counter = await openCounter();
  await createService(counter.organisation.id, counter.teamId, {
    name: everywhere('Parkeerkaart voor bewoners'),
    searchTerms: { nl: ['autokaart'], fr: [], en: [], de: [] },
    durationMinutes: 20,
  });
  return counter;
}

/** A press by somebody who types poorly and looks for the letters (keystroke-level model; Card, Moran and Newell, 1983: 0.5). */
const secondsPerKey = 0.5;

const serviceBox = (page: Page) => page.getByRole('combobox', { name: /dienst/i });
const booked = (page: Page, name: string) =>
  page.getByRole('heading', { name: `De afspraak van ${name} staat vast` });

/** Chooses the service and waits until its first free time stands ready. */
async function chooseService(page: Page): Promise<void> {
  await serviceBox(page).fill('autokaart');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Tijd' }).waitFor();
}

function readAppointment(counter: OwnCounter, citizenName: string) {
  return withOrganisation(counter.organisation.id, ({ db }) =>
    db.appointment.findFirstOrThrow({
      where: { citizenName },
      select: {
        requestChannel: true,
        bookedById: true,
        phone: true,
        email: true,
        remark: true,
        startAt: true,
        services: { select: { service: { select: { name: true } } } },
      },
    }),
  );
}

describe('booking for who is on the telephone', () => {
  test('takes less than half a minute, with the keyboard alone', async () => {
    const counter = await openTownHall();
    const { page, complaints } = await seatClerk(browser(), counter);
    const readKeys = await countKeys(page);
    await page.goto('/seat');
    await page.getByText('Er wacht niemand.').waitFor();
    const name = `Sofie ${randomUUID().slice(0, 8)}`;

    await openByShortcut(page, 'Control+b', serviceBox(page));
    await page.waitForURL('**/seat/book');
    await expect.poll(() => serviceBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('autok');
    await page.getByRole('option', { name: /Parkeerkaart/ }).waitFor();
    await page.keyboard.press('Enter');
    const days = page.getByRole('group', { name: 'Dag' }).getByRole('radio');
    await tabTo(page, days.first());
    await page.keyboard.press('ArrowRight');
    const times = page.getByRole('group', { name: 'Tijd' }).getByRole('radio');
    await tabTo(page, times.first());
    await page.keyboard.press('ArrowRight');
    const chosen = Number(await times.nth(1).getAttribute('value'));
    await typeInto(page, page.getByLabel('Naam', { exact: true }), name);
    await typeInto(page, page.getByLabel('Gsm-nummer'), '0470123456');
    await page.getByText('Lees voor: 0470 12 34 56').waitFor();
    await typeInto(page, page.getByLabel('Opmerking'), 'Belt terug.');
    await page.keyboard.press('Control+Enter');
    await booked(page, name).waitFor();
    expect((await readKeys()) * secondsPerKey).toBeLessThan(30);

    await expect
      .poll(() => booked(page, name).evaluate((title) => title === document.activeElement))
      .toBe(true);
    expect(await readAppointment(counter, name)).toMatchObject({
      requestChannel: 'phone',
      bookedById: expect.any(String),
      phone: '+32470123456',
      email: null,
      remark: 'Belt terug.',
      startAt: new Date(chosen),
      services: [{ service: { name: { nl: 'Parkeerkaart voor bewoners' } } }],
    });

    // And the next caller: one button, and the screen is empty again.
    await page.getByRole('button', { name: 'Volgende afspraak' }).press('Enter');
    await expect.poll(() => serviceBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('proposes the address that was meant, and takes it with a click', async () => {
    const counter = await openTownHall();
    const { page } = await seatClerk(browser(), counter);
    await page.goto('/seat/book');
    await chooseService(page);
    const name = `Piet ${randomUUID().slice(0, 8)}`;
    await page.getByLabel('Naam', { exact: true }).fill(name);
    await page.getByLabel('E-mail', { exact: true }).fill('piet@gmial.com');
    await page.getByRole('button', { name: 'piet@gmail.com' }).click();
    expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe('piet@gmail.com');
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    await booked(page, name).waitFor();
    expect(await readAppointment(counter, name)).toMatchObject({ email: 'piet@gmail.com' });
  });

  test('takes that address by keyboard too, and books from where the focus is then', async () => {
    const counter = await openTownHall();
    const { page } = await seatClerk(browser(), counter);
    await page.goto('/seat/book');
    await chooseService(page);
    const name = `Rita ${randomUUID().slice(0, 8)}`;
    const email = page.getByLabel('E-mail', { exact: true });
    await typeInto(page, page.getByLabel('Naam', { exact: true }), name);
    await typeInto(page, email, 'rita@gmial.com');
    await pressByKey(page, page.getByRole('button', { name: 'rita@gmail.com' }));
    await expect.poll(() => email.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+Enter');
    await booked(page, name).waitFor();
    expect(await readAppointment(counter, name)).toMatchObject({ email: 'rita@gmail.com' });
  });

  test('says once a field is left that what is in it is no address and no number', async () => {
    const { page } = await seatClerk(browser(), await openTownHall());
    await page.goto('/seat/book');
    await serviceBox(page).waitFor();
    await typeInto(page, page.getByLabel('Gsm-nummer'), '047012');
    await typeInto(page, page.getByLabel('E-mail', { exact: true }), 'rita@');
    await page.getByText('Dit nummer is niet volledig of niet juist.').waitFor();
    await page.keyboard.press('Tab');
    await page.getByText('Dit is nog geen volledig e-mailadres.').waitFor();
    await expectAccessible(page);
  });

  test.each([
    { role: 'clerk', words: 'Naar de balie', href: '/seat' },
    { role: 'supervisor', words: 'Naar de cijfers', href: '/insights' },
  ] as const)('leads a $role on to a page that is theirs', async ({ role, words, href }) => {
    const { page } = await seatClerk(browser(), await openTownHall(), { roles: [role] });
    await page.goto('/seat/book');
    await chooseService(page);
    await page.getByLabel('Naam', { exact: true }).fill('Rik Verder');
    await page.getByLabel('Gsm-nummer').fill('0470 12 34 56');
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    await booked(page, 'Rik Verder').waitFor();
    await page.getByRole('link', { name: words }).click();
    await page.waitForURL(`**${href}`);
    expect(await page.getByText('U hebt geen taak aan de balie').count()).toBe(0);
  });

  test('says what is missing, and keeps what was typed when the time is gone meanwhile', async () => {
    const counter = await openTownHall();
    const { page } = await seatClerk(browser(), counter);
    await page.goto('/seat/book');
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Er klopt iets niet' });
    await summary.getByRole('link', { name: 'Kies een dienst.' }).waitFor();
    await summary.getByRole('link', { name: 'Vul de naam in.' }).waitFor();

    await chooseService(page);
    await page.getByLabel('Naam', { exact: true }).fill('Eerste of tweede');
    await page.getByLabel('Gsm-nummer').fill('0470 12 34 56');
    await page.getByText(/Deze tijd blijft vrij voor u tot .* Nog [45] minuten\./).waitFor();
    await page.getByRole('button', { name: 'Langer vrijhouden' }).click();
    await page.getByText(/Nog (9|10) minuten\./).waitFor();
    const chosen = Number(await page.locator('input[name=startAt]:checked').getAttribute('value'));
    await takeAllSeatsAt(counter, new Date(chosen));
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    await page.getByText('Deze tijd is net weg.').waitFor();
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Eerste of tweede');
    await expect
      .poll(() => page.locator('input[name=startAt]:checked').getAttribute('value'))
      .not.toBe(String(chosen));
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    await booked(page, 'Eerste of tweede').waitFor();
  });

  test.each([
    { ground: 'light', dark: false },
    { ground: 'dark', dark: true },
  ])('is accessible in $ground, on every width', async ({ dark }) => {
    const counter = await openTownHall();
    const { page } = await seatClerk(browser(), counter, {}, { dark });
    await page.goto('/seat/book');
    await serviceBox(page).fill('autokaart');
    await page.getByRole('option', { name: /Parkeerkaart/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Tijd' }).waitFor();
    await page.getByText('Taal, hulp, voor wie').click();
    await page.getByRole('checkbox', { name: 'Tolk' }).check();
    expect(await page.getByLabel('Taal van de tolk').textContent()).toContain('Riffijns');
    await page.getByLabel('Gsm-nummer').fill('09 323 45 67');
    await page.getByText('Lees voor: 09 323 45 67. Dit is geen gsm').waitFor();
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    await page.getByRole('alert').filter({ hasText: 'Er klopt iets niet' }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
  });
});

/** Somebody is quicker: every seat of the team has something at that moment. */
async function takeAllSeatsAt({ organisation, teamId, serviceId }: OwnCounter, startAt: Date): Promise<void> {
  const seats = await withOrganisation(organisation.id, ({ db }) =>
    db.seat.findMany({ where: { teamId }, select: { id: true } }),
  );
  for (const { id } of seats) {
    const place = { organisationId: organisation.id, teamId, seatId: id as SeatId, serviceIds: [serviceId] };
    await createAppointment(place, linkSecret, { startAt });
  }
}

describe('the sheet of who has neither mail nor mobile phone', () => {
  test('has a code that opens the appointment at /code, in the citizen’s language', async () => {
    const counter = await openTownHall();
    const { page } = await seatClerk(browser(), counter);
    await page.goto('/seat/book');
    await chooseService(page);
    const name = `Maria ${randomUUID().slice(0, 8)}`;
    await page.getByLabel('Naam', { exact: true }).fill(name);
    await page.getByText('drukt u een blad met een code af').waitFor();
    await page.getByRole('radio', { name: 'Loket' }).check();
    await page.getByText('Taal, hulp, voor wie').click();
    await page.getByLabel('Taal van de berichten en het gesprek').selectOption('fr');
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    await booked(page, name).waitFor();
    expect(await readAppointment(counter, name)).toMatchObject({ requestChannel: 'counter' });

    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Blad tonen en afdrukken' }).click();
    const sheet = await opening;
    await sheet.getByRole('heading', { name: `Rendez-vous de ${name}` }).waitFor();
    await expectAccessible(sheet);
    const code = (await sheet.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) as string;
    await sheet.emulateMedia({ media: 'print' });
    expect(await sheet.getByRole('navigation').first().isVisible()).toBe(false);

    const citizen = await createPerson(browser(), counter.origin, { locale: 'fr-BE' });
    await citizen.page.goto('/code');
    await citizen.page.getByLabel('Votre code').fill(code.toLowerCase().replace('-', ' '));
    await citizen.page.getByRole('button', { name: 'Continuer' }).click();
    await citizen.page.waitForURL('**/code/whose');
    await citizen.page.getByRole('button', { name: /Ouvrir/ }).click();
    await citizen.page.waitForURL('**/a/*');
    await citizen.page.getByText('Parkeerkaart voor bewoners').first().waitFor();
    expect(citizen.complaints).toEqual([]);
  });

  test('is nobody else’s to print: not for another team, not without a code', async () => {
    const counter = await openTownHall();
    const stranger = await seatClerk(browser(), await openCounter());
    const { page } = await seatClerk(browser(), counter);
    await page.goto('/seat/book');
    await chooseService(page);
    await page.getByLabel('Naam', { exact: true }).fill('Zonder post');
    await page.getByRole('button', { name: /^Afspraak maken/ }).click();
    await booked(page, 'Zonder post').waitFor();
    const href = await page.getByRole('link', { name: 'Blad tonen en afdrukken' }).getAttribute('href');
    const response = await stranger.page.goto(href as string);
    expect(response?.status()).toBe(404);
  });
});
