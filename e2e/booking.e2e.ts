import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { untilLive } from './support/live-page.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { bookIt, chooseTime, fillInDetails, openTown } from './support/town.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const title = (page: Page) => page.title();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function chooseMoment(page: Page, slug: string): Promise<string> {
  await page.goto(`/services/${slug}`);
  return chooseTime(page);
}

describe('without script', () => {
  test('a citizen finds a service, corrects a mistake, books, and cancels', async () => {
    const town = await openTown();
    const { page, complaints } = await createPerson(browser(), town.origin, { javaScript: false });
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Zoek een dienst' }).fill('rijbewijs');
    await page.getByRole('button', { name: 'Zoeken' }).click();
    await page.getByRole('link', { name: 'Rijbewijs' }).click();
    const words = await chooseMoment(page, town.slugOf());

    await page.getByLabel('Naam', { exact: true }).fill('Sofie Van Daele');
    await page.getByLabel('E-mailadres').fill('sofie@');
    await page.getByLabel('Uw vraag of opmerking').fill('Eén regel\nen nog één');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: /Kijk uw e-mailadres na/ }).waitFor();
    expect(await title(page)).toMatch(/^Fout: Stap 2 van 3: Uw gegevens/);
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Sofie Van Daele');
    expect(await page.getByLabel('Uw vraag of opmerking').inputValue()).toBe('Eén regel\nen nog één');

    await page.getByLabel('E-mailadres').fill('sofie@example.org');
    await page.getByRole('button', { name: 'Verder' }).click();
    await heading(page, 'Klopt alles').waitFor();
    expect(await title(page)).toMatch(/^Stap 3 van 3: Klopt alles/);
    await page.getByRole('button', { name: 'Wijzigen' }).click();
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('sofie@example.org');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('button', { name: 'Afspraak boeken' }).click();

    await page.getByText('Uw afspraak is geboekt.').waitFor();
    await page.getByText(words.replace(/,.*/, '')).first().waitFor();
    const [appointment] = await town.appointments();
    expect(page.url()).toContain(`/a/${appointment?.reference}`);
    expect(appointment).toMatchObject({
      citizenName: 'Sofie Van Daele',
      remark: 'Eén regel\nen nog één',
      language: 'nl',
    });

    await page.getByRole('link', { name: 'Afspraak annuleren' }).click();
    await page.getByRole('button', { name: 'Ja, afspraak annuleren' }).click();
    await heading(page, 'Uw afspraak is geannuleerd').waitFor();
    expect(await town.appointments()).toMatchObject([{ state: 'cancelled' }]);
    await page.getByRole('link', { name: 'Nieuwe afspraak maken' }).click();
    await page.getByRole('navigation', { name: 'Dagen' }).getByRole('link').nth(1).click();
    await page.getByRole('radio', { name: words }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('an address without an appointment’s cookie shows and cancels nothing', async () => {
    const town = await openTown();
    const owner = await createPerson(browser(), town.origin, { javaScript: false });
    await chooseMoment(owner.page, town.slugOf());
    await fillInDetails(owner.page);
    await owner.page.getByRole('button', { name: 'Afspraak boeken' }).click();
    await owner.page.getByText('Uw afspraak is geboekt.').waitFor();
    const [appointment] = await town.appointments();
    const stranger = await createPerson(browser(), town.origin, { javaScript: false });
    for (const reference of [appointment?.reference, 'ABCD-EFGH']) {
      await stranger.page.goto(`/a/${reference}/cancel`);
      expect(new URL(stranger.page.url()).pathname).toBe(`/a/${reference}`);
      expect(await stranger.page.content()).not.toContain('Sofie');
    }
    expect(await town.appointments()).toMatchObject([{ state: 'booked' }]);
  });
});

describe('with script', () => {
  test('what is wrong takes the focus and leads to the field; the browser’s own way back keeps what was typed', async () => {
    const town = await openTown();
    const { page, complaints } = await createPerson(browser(), town.origin);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    await chooseMoment(page, town.slugOf());
    await untilLive(page);
    await page.getByRole('button', { name: 'Verder' }).click();
    const problem = page.getByRole('link', { name: 'Vul uw naam in.' });
    await problem.waitFor();
    expect(await focused()).toMatch(/^Er klopt iets niet/);
    await expect.poll(() => page.title()).toMatch(/^Fout: Stap 2 van 3/);
    await problem.press('Enter');
    await page.keyboard.type('Sofie');
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Sofie');

    await fillInDetails(page);
    expect(await focused()).toMatch(/^Stap 3 van 3/);
    await page.goBack();
    await heading(page, /Stap 2 van 3/).waitFor();
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Sofie Van Daele');
    await page.goForward();
    await heading(page, 'Klopt alles').waitFor();
    await page.getByRole('button', { name: 'Afspraak boeken' }).click();
    await page.getByText('Uw afspraak is geboekt.').waitFor();
    expect(await town.appointments()).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test('who loses a time keeps what was typed, and books one of the nearest', async () => {
    const town = await openTown();
    const [first, second] = [
      await createPerson(browser(), town.origin),
      await createPerson(browser(), town.origin),
    ];
    const { page } = second;
    await page.goto(`/services/${town.slugOf()}`);
    await page.getByRole('navigation', { name: 'Dagen' }).getByRole('link').nth(1).click();
    const moment = await page.getByRole('radio').last().getAttribute('value');
    // An address alone holds no time.
    await page.goto(`/book?service=${town.slugOf()}&moment=${moment}`);
    await chooseMoment(first.page, town.slugOf());
    await fillInDetails(first.page);
    await bookIt(first.page);

    await fillInDetails(page);
    await page.getByText('Dit moment is net weg. Iemand anders koos het eerst.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Afspraak boeken' }).click();
    await page.getByText('Er is nog geen moment gekozen.').waitFor();
    await page.getByRole('radio').first().check();
    await bookIt(page);
    const booked = await town.appointments();
    expect(booked.map(({ citizenName }) => citizenName)).toEqual(['Sofie Van Daele', 'Sofie Van Daele']);
    expect(booked[0]?.startAt).not.toEqual(booked[1]?.startAt);
  });
});

describe('on the smallest screen', () => {
  test('every page and state of the booking fits and is accessible', async () => {
    const { page, complaints } = await createPerson(browser(), inject('stack').origins.leiebeke as string, {
      viewport: { width: 320, height: 640 },
    });
    const look = async (path?: string) => {
      if (path !== undefined) await page.goto(path);
      await expectAccessible(page);
      await expectFitting(page);
    };
    const service = '/services/rijbewijs';
    const book = '/book?service=rijbewijs&moment=';
    for (const path of ['/', '/?q=verhuizen', '/?q=xqzwv', '/?category=verhuizen-en-wonen']) await look(path);
    for (const path of ['', '?missing=1', '?date=2020-01-01', '?moment=x', '/privacy'])
      await look(service + path);
    for (const path of ['/book', `${book}x`, `${book}2020-01-01T10:00`]) await look(path);
    await chooseMoment(page, 'rijbewijs');
    await look();
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: /naam in/ }).waitFor();
    await look();
    await fillInDetails(page);
    await look();
    expect(complaints).toEqual([]);
  });
});

describe('an address that leads nowhere', () => {
  test.each([
    ['/book', 'Kies eerst een dienst'],
    ['/book?service=niet-hier&moment=2026-11-24T10:40', 'Kies eerst een dienst'],
    ['/book?service=rijbewijs&moment=2026-02-31T10:40', 'Dit moment bestaat niet'],
    ['/book?service=rijbewijs&moment=2027-03-28T02:30', 'Dit moment bestaat niet'],
    ['/book?service=rijbewijs&moment=2020-01-06T10:40', 'Dit moment is voorbij.'],
    ['/book?service=rijbewijs&moment=2999-01-06T10:40', 'Dit moment kan niet geboekt worden.'],
    ['/services/rijbewijs?date=morgen', 'Op die dag zijn er geen vrije momenten.'],
    ['/services/niet-hier', 'Deze pagina is er niet'],
  ])('%s says "%s" and has a way on', async (path, words) => {
    const { page } = await createPerson(browser(), inject('stack').origins.leiebeke as string, {
      javaScript: false,
    });
    await page.goto(path);
    await page.getByText(words).first().waitFor();
    expect(
      await page.getByRole('main').getByRole('link').or(page.getByRole('radio')).count(),
    ).toBeGreaterThan(0);
  });
});
