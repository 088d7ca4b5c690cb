import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { addDays, localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { comingTuesday, openAdministration, serviceAddress } from './support/administration.ts';
import { bookDirectly } from './support/counter.ts';
import { pressByKey, tabTo } from './support/keyboard.ts';
import { untilLive } from './support/live-page.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const tuesday = comingTuesday();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const item = (page: Page, number: number) => page.getByRole('group', { name: `Punt ${number}`, exact: true });

describe('what to bring for a service', () => {
  test('is added, moved and taken away with the keyboard alone; nothing typed is lost; citizens read it in that order', async () => {
    const { page, counter, complaints } = await openAdministration(browser());
    await page.goto(`/admin/services/${counter.serviceId}/bring`);
    await page.getByText('Voor deze dienst hoeft men niets mee te brengen.').waitFor();
    const add = page.getByRole('button', { name: 'Nog iets toevoegen' });
    await pressByKey(page, add);
    await expect.poll(() => item(page, 1).evaluate((row) => row === document.activeElement)).toBe(true);
    await tabTo(page, item(page, 1).getByLabel('Wat (Nederlands)'));
    await page.keyboard.type('Identiteitskaart');
    await pressByKey(page, add);
    await tabTo(page, item(page, 2).getByLabel('Wat (Nederlands)'));
    await page.keyboard.type('Huurcontract');
    await tabTo(page, item(page, 2).getByLabel('Waarom (Nederlands)'));
    await page.keyboard.type('Daaruit blijkt waar men woont.');
    await page.getByLabel('Wat (Nederlands)').first().press('Enter');
    await page.getByRole('alert').getByRole('link', { name: 'Vul dit in.' }).click();
    await page.keyboard.type('Zo weten we wie er komt.');
    await pressByKey(page, page.getByRole('button', { name: 'Naar boven, Punt 2' }));
    await expect.poll(() => item(page, 1).evaluate((row) => row === document.activeElement)).toBe(true);
    expect(await item(page, 1).getByLabel('Wat (Nederlands)').inputValue()).toBe('Huurcontract');
    expect(await item(page, 2).getByLabel('Waarom (Nederlands)').inputValue()).toBe(
      'Zo weten we wie er komt.',
    );
    await expectAccessible(page);
    await press(page, 'Bewaren');
    await page.getByText('Bewaard.').waitFor();

    const { page: citizen } = await createPerson(browser(), counter.origin);
    await citizen.goto(await serviceAddress(counter, tuesday));
    const text = (await citizen.getByRole('main').textContent()) ?? '';
    expect(text.indexOf('Huurcontract')).toBeGreaterThan(0);
    expect(text.indexOf('Identiteitskaart')).toBeGreaterThan(text.indexOf('Huurcontract'));
    expect(text).toContain('Daaruit blijkt waar men woont.');

    await press(page, 'Weghalen, Punt 1');
    await item(page, 2).waitFor({ state: 'detached' });
    expect(await item(page, 1).getByLabel('Wat (Nederlands)').inputValue()).toBe('Identiteitskaart');
    expect(complaints).toEqual([]);
  });

  test('is changed without script too', async () => {
    const { page, counter } = await openAdministration(browser(), { javaScript: false });
    await page.goto(`/admin/services/${counter.serviceId}/bring`);
    await press(page, 'Nog iets toevoegen');
    await item(page, 1).getByLabel('Wat (Nederlands)').fill('Foto');
    await item(page, 1).getByLabel('Waarom (Nederlands)').fill('Voor op de kaart.');
    await press(page, 'Nog iets toevoegen');
    expect(await item(page, 1).getByLabel('Wat (Nederlands)').inputValue()).toBe('Foto');
    await press(page, 'Weghalen, Punt 2');
    await press(page, 'Bewaren');
    await page.getByText('Bewaard.').waitFor();
    expect(await item(page, 1).getByLabel('Waarom (Nederlands)').inputValue()).toBe('Voor op de kaart.');
  });
});

describe('what a service says about the use of data', () => {
  test('is written per language, with what is missing said, and is what the citizen reads', async () => {
    const { page, counter, complaints } = await openAdministration(browser(), {
      viewport: { width: 390, height: 844 },
      dark: true,
    });
    await page.goto(`/admin/services/${counter.serviceId}/bring`);
    await page.getByRole('link', { name: 'Gebruik van gegevens' }).click();
    await page.waitForURL(/\/privacy$/);
    await untilLive(page);
    await page.getByLabel('Waarvoor (Nederlands)').fill('Een verhuizing aangeven.');
    await page.getByLabel('Dagen na de afspraak').fill('0');
    await press(page, 'Weghalen, Ontvanger 1');
    await page.getByText('Nog niets ingevuld.').waitFor();
    await press(page, 'Bewaren');
    await page.getByRole('alert').getByText('Voeg minstens één regel toe.').waitFor();
    await page.getByRole('alert').getByText('Dit getal kan niet.').waitFor();
    expect(await page.getByLabel('Waarvoor (Nederlands)').inputValue()).toBe('Een verhuizing aangeven.');
    await expectAccessible(page);
    await expectFitting(page);
    await press(page, 'Ontvanger toevoegen');
    await page.getByLabel('Ontvanger (Nederlands)').fill('Het Rijksregister');
    await page.getByLabel('Dagen na de afspraak').fill('45');
    await press(page, 'Bewaren');
    await page.getByText('Bewaard.').waitFor();

    const { page: citizen } = await createPerson(browser(), counter.origin);
    const { pathname } = new URL(await serviceAddress(counter, tuesday), counter.origin);
    await citizen.goto(`${pathname}/privacy`);
    await citizen.getByText('Een verhuizing aangeven.').waitFor();
    await citizen.getByText('Het Rijksregister').waitFor();
    await citizen.getByText(/geen sms meer wilt, als .* STOP stuurde/).waitFor();
    expect(complaints).toEqual([]);
  });
});

test('when telephone and counter are open is written per language, and read by citizens', async () => {
  const { page, counter, complaints } = await openAdministration(browser());
  await page.goto('/admin/contact');
  await untilLive(page);
  await page.getByLabel('Telefoonnummer').fill('bel ons');
  const atPhone = page.getByRole('group', { name: 'Wanneer men kan bellen' });
  await atPhone.getByLabel('In woorden (Nederlands)').fill('Elke werkdag van 8 tot 13 uur.');
  await press(page, 'Bewaren');
  await page.getByRole('alert').getByText('Schrijf een telefoonnummer zoals').waitFor();
  expect(await atPhone.getByLabel('In woorden (Nederlands)').inputValue()).toBe(
    'Elke werkdag van 8 tot 13 uur.',
  );
  await page.getByLabel('Telefoonnummer').fill('09 123 45 67');
  await press(page, 'Bewaren');
  await page.getByText('Bewaard.').waitFor();
  expect(await page.getByText('Schrijf een telefoonnummer zoals').count()).toBe(0);
  const { page: citizen } = await createPerson(browser(), counter.origin);
  const { pathname } = new URL(await serviceAddress(counter, tuesday), counter.origin);
  await citizen.goto(`${pathname}/privacy`);
  await citizen.getByText('Elke werkdag van 8 tot 13 uur.').waitFor();
  await citizen.getByText('09 123 45 67').first().waitFor();
  expect(complaints).toEqual([]);
});

describe('a team', () => {
  test('that is taken away says what hangs on it first, and goes when nothing does', async () => {
    const { page, counter, complaints } = await openAdministration(browser());
    await page.goto(`/admin/seats?team=${counter.teamId}`);
    await press(page, 'Team weghalen');
    await page.getByRole('alert').getByText('Deze diensten horen nog bij het team').waitFor();
    await page.goto(`/admin/services?service=${counter.serviceId}`);
    await press(page, 'Dienst weghalen');
    await page.getByText('Bewaard.').waitFor();
    await page.goto(`/admin/seats?team=${counter.teamId}`);
    await press(page, 'Team weghalen');
    await page.getByRole('alert').getByText('Dit team heeft nog balies: ').waitFor();

    await page.goto('/admin/seats?add=team');
    await page.getByLabel('Naam (Nederlands)').fill('Feestcomité');
    await press(page, 'Bewaren');
    await page.getByRole('link', { name: 'Feestcomité bewerken' }).click();
    await press(page, 'Team weghalen');
    await page.getByText('Bewaard.').waitFor();
    expect(await page.getByRole('heading', { name: 'Feestcomité' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('the appointments to be moved', () => {
  test('are shown page by page, and stay on their page while one of them is looked at', async () => {
    const { page, counter, complaints } = await openAdministration(browser());
    for (let index = 0; index < 27; index += 1) {
      const startAt = new Date(Date.parse(`${tuesday}T08:00Z`) + index * 5 * 60_000);
      await bookDirectly(counter, { citizenName: `Burger ${index + 1}`, startAt });
    }
    await page.goto('/admin/holidays?add=own');
    await page.getByLabel('Datum').fill(tuesday);
    await page.getByLabel('Naam (Nederlands)').fill('Brugdag');
    await page.getByText('Burger 27').waitFor();
    await press(page, 'Toch bewaren');
    await page.getByText('Bewaard.').waitFor();
    await page.goto('/admin/unfit');
    expect(await page.getByRole('row', { name: /Burger/ }).count()).toBe(25);
    await page.getByRole('link', { name: 'Volgende afspraken' }).click();
    await page.getByRole('row', { name: /Burger 26/ }).waitFor();
    expect(await page.getByRole('row', { name: /Burger/ }).count()).toBe(2);
    await page.getByRole('link', { name: 'Afspraak van Burger 27 verplaatsen' }).click();
    await page.getByLabel('Nieuw moment').waitFor();
    await press(page, 'Verplaatsen');
    await page.getByText('Bewaard.').waitFor();
    expect(await page.getByRole('row', { name: /Burger/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'Terug naar de eerste' }).click();
    await page.getByRole('row', { name: /Burger 1 / }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('are moved to a day of one’s choice, cancelled when that was said twice, and settled several at once after a look', async () => {
    const { page, counter, complaints } = await openAdministration(browser());
    for (const [index, name] of ['Ans Eerst', 'Bob Tweede', 'Cis Derde', 'Dirk Vierde'].entries()) {
      const startAt = new Date(Date.parse(`${tuesday}T08:00Z`) + index * 5 * 60_000);
      await bookDirectly(counter, { citizenName: name, startAt });
    }
    await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
      db.holiday.create({ data: { organisationId, date: new Date(tuesday), name: { nl: 'Brugdag' } } }),
    );
    await page.goto('/admin/unfit');
    const inMenu = page
      .getByRole('navigation', { name: 'Beheer' })
      .getByRole('link', { name: /Te verplaatsen/ });
    expect(await inMenu.textContent()).toContain('4 afspraken te regelen');

    await expectAccessible(page);
    await page.getByRole('link', { name: 'Afspraak van Ans Eerst verplaatsen' }).click();
    await page.getByLabel('Op welke dag?').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.getByLabel('Op welke dag?').fill(addDays(tuesday, 9));
    await press(page, 'Toon de vrije momenten');
    await page.waitForURL(/date=/);
    const moments = await page
      .getByLabel('Nieuw moment')
      .locator('option')
      .evaluateAll((options) => options.map((option) => Number((option as HTMLOptionElement).value)));
    const dates = moments.map((at) => localDateAt(epochMilliseconds(at), 'Europe/Brussels'));
    expect([...new Set(dates)]).toEqual([addDays(tuesday, 9)]);
    await press(page, 'Verplaatsen');
    await page.getByText('Bewaard.').waitFor();

    await page.getByRole('link', { name: 'Afspraak van Bob Tweede verplaatsen' }).click();
    await press(page, 'Afspraak annuleren');
    await page.getByText('De afspraak vervalt. De burger krijgt daarvan bericht.').waitFor();
    await press(page, 'Ja, annuleren');
    await page.getByText('Bewaard.').waitFor();

    await page.getByRole('checkbox', { name: 'Dirk Vierde' }).check();
    await press(page, 'Gekozen afspraken regelen');
    await page.getByRole('heading', { level: 1, name: '1 afspraak regelen' }).waitFor();
    await page.getByRole('link', { name: 'Terug naar de lijst' }).click();
    await press(page, 'Alle afspraken regelen');
    await page.getByRole('heading', { level: 1, name: '2 afspraken regelen' }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.getByLabel('Wat gebeurt er met de afspraak van Dirk Vierde?').selectOption('cancel');
    await press(page, '2 afspraken zo regelen');
    await page.getByRole('heading', { name: 'Dit is er gebeurd' }).waitFor();
    await page.getByText(/^Verplaatst naar .* Krijgt bericht\.$/).waitFor();
    await page.getByText('Geannuleerd. Krijgt bericht.').waitFor();
    await page.getByRole('link', { name: 'Terug naar de lijst' }).click();
    await page.getByText('Alle afspraken passen.').waitFor();
    const rows = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.appointment.findMany({ orderBy: { citizenName: 'asc' }, select: { state: true } }),
    );
    expect(rows.map(({ state }) => state)).toEqual(['booked', 'cancelled', 'booked', 'cancelled']);
    expect(complaints).toEqual([]);
  });
});
