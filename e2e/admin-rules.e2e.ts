import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { comingTuesday, openAdministration, readOffered, serviceAddress } from './support/administration.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const tuesday = comingTuesday();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

describe('administration', () => {
  test.each([
    ['clerk', '/seat'],
    ['supervisor', '/insights'],
  ] as const)('is not for a %s, who is led to %s', async (role, home) => {
    const { page } = await seatClerk(browser(), await openCounter(), { roles: [role] });
    for (const path of [
      'hours',
      'services',
      'seats',
      'locations',
      'contact',
      'holidays',
      'absences',
      'unfit',
    ]) {
      await page.goto(`/admin/${path}`);
      await page.getByText('Deze pagina is voor beheerders.').waitFor();
      expect(await page.locator('main form').count()).toBe(0);
      expect(await page.locator('main a').getAttribute('href')).toBe(home);
    }
    expect(await page.getByRole('link', { name: 'Beheer' }).count()).toBe(0);
  });

  test('is asked to sign on by who is nobody, and leads back', async () => {
    const { page } = await createPerson(browser(), (await openCounter()).origin);
    await page.goto('/admin/seats');
    await page.waitForURL(/\/sign-on\?callbackUrl=%2Fadmin%2Fseats/);
  });
});

describe('a closing day', () => {
  test('on a booked day names who is booked before it is saved; citizens then find no times on it', async () => {
    const { page, counter } = await openAdministration(browser());
    await bookDirectly(counter, { citizenName: 'Sofie Van Daele', startAt: new Date(`${tuesday}T09:00Z`) });
    await page.goto('/admin/holidays?add=own');
    await page.getByLabel('Datum').fill(tuesday);
    await page.getByLabel('Naam (Nederlands)').fill('Brugdag');
    await page.getByText('Sofie Van Daele').waitFor();
    await page.getByText('Het is een sluitingsdag.').waitFor();
    await press(page, 'Toch bewaren');
    await page.getByText('Bewaard.').waitFor();
    await page.getByRole('row', { name: /Brugdag/ }).waitFor();

    const { page: citizen } = await createPerson(browser(), counter.origin);
    await citizen.goto(await serviceAddress(counter, tuesday));
    expect(await citizen.locator(`input[name="moment"][value^="${tuesday}"]`).count()).toBe(0);
    expect((await readOffered(citizen)).length).toBeGreaterThan(0);

    await press(page, /Brugdag, weghalen/);
    await page.getByRole('row', { name: /Brugdag/ }).waitFor({ state: 'detached' });
    await citizen.reload();
    await citizen.locator(`input[name="moment"][value^="${tuesday}"]`).first().waitFor({ state: 'attached' });
  });

  test('of a country is ticked day by day', async () => {
    const { page } = await openAdministration(browser());
    await page.goto('/admin/holidays?year=2028&add=BE');
    await page.getByRole('checkbox', { name: /Wapenstilstand/ }).uncheck();
    await press(page, 'Bewaren');
    await page.getByText('Bewaard.').waitFor();
    await page.getByRole('row', { name: /Nationale feestdag/ }).waitFor();
    expect(await page.getByRole('row', { name: /Wapenstilstand/ }).count()).toBe(0);
  });
});

describe('services, seats and buildings', () => {
  test('a service without a channel that somebody booked warns; unpublished it is gone for citizens', async () => {
    const { page, counter } = await openAdministration(browser());
    await bookDirectly(counter, { citizenName: 'Gerda Goossens', startAt: new Date(`${tuesday}T09:00Z`) });
    await page.goto('/admin/services');
    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('checkbox', { name: 'Video' }).uncheck();
    await page.getByRole('checkbox', { name: 'Telefoon' }).check();
    await page.getByText('Gerda Goossens').waitFor();
    await page.getByText('De dienst kan niet langs dit kanaal.').waitFor();
    await page.getByRole('checkbox', { name: 'Video' }).check();
    await page.getByText('Geen afspraak valt weg').waitFor();
    await page.getByRole('radio', { name: 'niet gepubliceerd' }).check();
    await press(page, 'Bewaren');
    await page.getByText('Bewaard.').waitFor();
    const { page: citizen } = await createPerson(browser(), counter.origin);
    const answer = await citizen.goto(await serviceAddress(counter, tuesday));
    expect(answer?.status()).toBe(404);
  });

  test('a building, a team with a seat and a new service are made, each with what is missing said', async () => {
    const { page } = await openAdministration(browser());
    await page.goto('/admin/locations?add=1');
    await press(page, 'Bewaren');
    await page.getByRole('alert').getByText('Vul dit in.').first().waitFor();
    await page.getByLabel('Naam (Nederlands)').fill('Bibliotheek');
    await page.getByLabel('Straat en nummer').fill('Leie 1');
    await page.getByLabel('Postcode').fill('9999');
    await page.getByLabel('Gemeente', { exact: true }).fill('Leiebeke');
    await press(page, 'Bewaren');
    await page.getByRole('row', { name: /Bibliotheek/ }).waitFor();

    await page.goto('/admin/seats?add=team');
    await page.getByLabel('Naam (Nederlands)').fill('Vreemdelingenzaken');
    await page.getByLabel('Afspraken tegelijk, Loket').fill('2');
    await press(page, 'Bewaren');
    await page.getByRole('link', { name: 'Balie toevoegen aan Vreemdelingenzaken' }).click();
    await page.getByRole('checkbox', { name: 'Loket' }).check();
    await page.getByLabel('Maandag').fill('9-12, 11-13');
    await press(page, 'Bewaren');
    await page.getByRole('alert').getByText('Deze uren overlappen.').waitFor();
    await page.getByLabel('Maandag').fill('9-12, 13-16.30');
    await press(page, 'Bewaren');
    await page.getByRole('alert').getByText('Kies het gebouw van het loket.').waitFor();
    await page.getByLabel('Gebouw', { exact: true }).selectOption({ label: 'Bibliotheek' });
    await press(page, 'Bewaren');
    await page.getByText('Bewaard.').waitFor();
    await page.getByRole('link', { name: 'Agenda van Balie 1' }).last().waitFor();

    await page.goto('/admin/services?add=1');
    await page.getByLabel('Team').selectOption({ label: 'Vreemdelingenzaken' });
    await page.getByLabel('Naam (Nederlands)').fill('Verblijfskaart');
    await page.getByLabel('Korte uitleg (Nederlands)').fill('Een kaart aanvragen.');
    await page.getByLabel('Uitleg (Nederlands)', { exact: true }).fill('Hoe de aanvraag verloopt.');
    await press(page, 'Bewaren');
    await page.getByRole('row', { name: /Verblijfskaart niet gepubliceerd Vreemdelingenzaken/ }).waitFor();
  });

  test('an absence names the appointments of that day at that seat', async () => {
    const { page, counter } = await openAdministration(browser());
    const { reference } = await bookDirectly(counter, {
      citizenName: 'Stef Straks',
      startAt: new Date(`${tuesday}T09:00Z`),
    });
    await page.goto('/admin/absences?add=1');
    await page.getByLabel('Balie', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Eerste dag').fill(tuesday);
    await page.getByLabel('Laatste dag').fill(tuesday);
    await page.getByText(reference).waitFor();
    await press(page, 'Toch bewaren');
    await page.getByText('Bewaard.').waitFor();
    await page.getByRole('row', { name: /verlof/ }).waitFor();
  });
});

describe("a seat's calendar", () => {
  test('is followed at a secret address, which is worth nothing once there is a new one', async () => {
    const { page, counter } = await openAdministration(browser());
    const { reference } = await bookDirectly(counter, { citizenName: 'Ann Anoniem' });
    await page.goto('/admin/seats');
    await page.getByRole('link', { name: 'Agenda van Balie 2' }).click();
    await press(page, 'Adres maken');
    const address = page.getByLabel('Geheim adres');
    const first = await address.inputValue();
    const read = (url: string) =>
      page.evaluate(async (asked) => {
        const answer = await fetch(asked);
        const type = answer.headers.get('content-type');
        return { status: answer.status, text: await answer.text(), type };
      }, new URL(url).pathname);
    const feed = await read(first);
    expect(feed).toMatchObject({ status: 200, text: expect.stringContaining(reference) });
    expect(feed.text).not.toContain('Anoniem');
    await press(page, 'Nieuw adres maken');
    await expect.poll(() => address.inputValue()).not.toBe(first);
    expect(await read(first)).toMatchObject({
      status: 404,
      type: 'text/plain; charset=utf-8',
      text: expect.stringContaining('Vraag het juiste adres aan de beheerder van'),
    });
    const second = await address.inputValue();
    expect(await read(second)).toMatchObject({ status: 200 });
    const { page: stranger } = await createPerson(browser(), (await openCounter()).origin);
    await stranger.goto('/');
    const path = new URL(second).pathname;
    expect(await stranger.evaluate(async (asked) => (await fetch(asked)).status, path)).toBe(404);
  });

  test('of an expert is not read from inside the network', async () => {
    const { page } = await openAdministration(browser());
    await page.goto('/admin/seats');
    await page
      .getByRole('link', { name: /^Agenda van/ })
      .first()
      .click();
    for (const [url, words] of [
      ['http://example.org/a.ics', 'Dit is geen adres dat met https:// begint.'],
      ['https://169.254.169.254/a.ics', 'Dit adres leidt naar een intern netwerk.'],
      ['https://localhost/a.ics', 'Dit adres leidt naar een intern netwerk.'],
    ] as const) {
      await page.getByLabel('Adres van de agenda (iCal)').fill(url);
      await press(page, 'Bewaren');
      await page.getByRole('alert').getByText(words).waitFor();
      expect(await page.getByLabel('Adres van de agenda (iCal)').inputValue()).toBe(url);
    }
  });
});

describe('every page of the administration', () => {
  test.each([
    { ground: 'light', dark: false, viewport: { width: 1440, height: 900 } },
    { ground: 'dark', dark: true, viewport: { width: 390, height: 844 } },
  ])('is accessible and fits, in $ground', async ({ dark, viewport }) => {
    const { page, counter, complaints } = await openAdministration(browser(), { dark, viewport });
    await bookDirectly(counter, { citizenName: 'Wim Wacht', startAt: new Date(`${tuesday}T09:00Z`) });
    const paths = [
      'hours',
      `hours?week=${tuesday}&view=list`,
      `hours?week=${tuesday}&add=2&day=${tuesday}`,
      'services',
      'services?add=1',
      'seats',
      `seats?team=${counter.teamId}`,
      `seats?team=${counter.teamId}&add=seat`,
      `services/${counter.serviceId}/bring`,
      `services/${counter.serviceId}/privacy`,
      'locations?add=1',
      'contact',
      'holidays?year=2028&add=BE',
      'holidays?add=own',
      'absences?add=1',
      'unfit',
    ];
    for (const path of paths) {
      await page.goto(`/admin/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page);
      await expectFitting(page);
    }
    await page.goto('/admin/seats');
    await page
      .getByRole('link', { name: /^Bezetting van/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Bezetting van/ }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.goto('/admin/holidays?add=own');
    await page.getByLabel('Datum').fill(tuesday);
    await page.getByLabel('Naam (Nederlands)').fill('Brugdag');
    await page.getByText('Wim Wacht').waitFor();
    await expectAccessible(page);
    await page.goto('/admin/seats');
    await page
      .getByRole('link', { name: /^Agenda van/ })
      .first()
      .click();
    await press(page, 'Adres maken');
    await page.getByLabel('Geheim adres').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    expect(complaints).toEqual([]);
  });
});
