import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { addDays } from '#journey/local-time.ts';
import { comingTuesday, openAdministration, readOffered, serviceAddress } from './support/administration.ts';
import { bookDirectly } from './support/counter.ts';
import { pressByKey, tabTo } from './support/keyboard.ts';
import { untilLive } from './support/live-page.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const tuesday = comingTuesday();
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
/** It stands in what the window shows, without scrolling. */
async function expectInSight(page: Page, part: Locator): Promise<void> {
  const { top, bottom } = await part.evaluate((element) => element.getBoundingClientRect().toJSON());
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
}

const week = `/admin/hours?week=${tuesday}`;
const wholeDay = /^Video, 0\.00 tot 24\.00 uur/;

/** The block of the Tuesday, in the picture of the week. */
const ofTuesday = `a[href*="day=${tuesday}"][href*="hours="]`;

describe('opening hours', () => {
  test('that an administrator changes for one day are what a citizen finds on that day, and not a week later', async () => {
    const { page, counter, complaints } = await openAdministration(browser());
    await page.goto(week);
    await page.locator(ofTuesday).first().click();
    await page.getByRole('heading', { level: 2, name: 'Video, 0.00 tot 24.00' }).waitFor();
    await page.getByLabel('Van', { exact: true }).fill('9u');
    await page.getByLabel('Tot', { exact: true }).fill('10.00');
    await page.getByRole('radio', { name: /^alleen / }).check();
    await page.getByText(/vrije momenten minder/).waitFor();
    await page.getByText('Geen afspraak valt weg').waitFor();
    await page.getByText('Nog niet bewaard', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Bewaren en publiceren' }).click();
    await page.getByText('Bewaard.').waitFor();
    await page
      .getByRole('link', { name: /^Video, 9\.00 tot 10\.00 uur/ })
      .first()
      .waitFor();

    const { page: citizen } = await createPerson(browser(), counter.origin);
    await citizen.goto(await serviceAddress(counter, tuesday));
    const offered = await readOffered(citizen);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.every((time) => time >= '09:00' && time < '10:00')).toBe(true);
    await page.getByRole('link', { name: 'Volgende week' }).click();
    await expect.poll(() => page.getByRole('link', { name: wholeDay }).count()).toBe(7);
    expect(complaints).toEqual([]);
  });

  test('that overlap are refused with words at the field, and what was typed is kept', async () => {
    const { page } = await openAdministration(browser());
    await page.goto(`${week}&add=2&day=${tuesday}`);
    await page.getByLabel('Van', { exact: true }).fill('14.00');
    await page.getByLabel('Tot', { exact: true }).fill('16.30');
    await page.getByRole('button', { name: 'Bewaren en publiceren' }).click();
    await page.getByRole('alert').getByText('Dit overlapt met een ander blok van hetzelfde kanaal').waitFor();
    expect(await page.getByLabel('Van', { exact: true }).inputValue()).toBe('14.00');
    expect(await page.getByLabel('Van', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Tot', { exact: true }).fill('nooit');
    await page.getByRole('button', { name: 'Bewaren en publiceren' }).click();
    await page.getByRole('alert').getByText('Schrijf een uur zoals 9.00').waitFor();
  });

  test('that leave out a booked time name who has it, keep the appointment, and list it for moving', async () => {
    const { page, counter } = await openAdministration(browser());
    const startAt = new Date(`${tuesday}T10:00Z`);
    const { reference } = await bookDirectly(counter, { citizenName: 'Wim Wacht', startAt });
    await page.goto(week);
    await page.locator(ofTuesday).first().click();
    await page.getByRole('button', { name: 'Blok weghalen' }).click();
    await page.getByText('Deze afspraken passen niet meer').waitFor();
    await page.getByText('Wim Wacht').waitFor();
    await page.getByText(reference).waitFor();
    await page.goto('/admin/unfit');
    await page.getByText('Alle afspraken passen.').waitFor();

    await page.goto(week);
    await page.locator(ofTuesday).first().click();
    await page.getByRole('button', { name: 'Blok weghalen' }).click();
    await page.getByRole('button', { name: 'Toch weghalen' }).click();
    await page.getByText('Bewaard.').waitFor();
    await page.goto('/admin/unfit');
    await page
      .getByRole('row', { name: /Wim Wacht/ })
      .getByText('Het valt buiten de openingsuren.')
      .waitFor();
  });

  test('of a seat that is not open name who is booked there, and citizens find what the others have', async () => {
    const { page, counter } = await openAdministration(browser());
    const startAt = new Date(`${tuesday}T10:00Z`);
    await bookDirectly(counter, { citizenName: 'Wim Wacht', startAt });
    await page.goto(week);
    await page.locator(ofTuesday).first().click();
    const seats = page.getByRole('group', { name: 'Balies open' }).getByRole('checkbox');
    await expect.poll(() => seats.count()).toBe(2);
    await seats.first().check();
    await page.getByText('De balie is dan niet open.').waitFor();
    await page.getByRole('button', { name: 'Toch bewaren' }).click();
    await page.getByText('Bewaard.').waitFor();
    await page.locator(ofTuesday).first().click();
    await page.getByRole('group', { name: 'Balies open' }).waitFor();
    expect(await seats.first().isChecked()).toBe(true);
    expect(await seats.last().isChecked()).toBe(false);
    const { page: citizen } = await createPerson(browser(), counter.origin);
    await citizen.goto(await serviceAddress(counter, tuesday));
    expect((await readOffered(citizen)).length).toBeGreaterThan(0);
  });

  test('can be changed with the keyboard alone', async () => {
    const { page } = await openAdministration(browser(), { reducedMotion: true });
    await page.goto(week);
    await pressByKey(page, page.locator(ofTuesday).first());
    await page.getByRole('heading', { level: 2, name: 'Video, 0.00 tot 24.00' }).waitFor();
    await tabTo(page, page.getByLabel('Tot', { exact: true }));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('12.00');
    await page.getByText(/vrije momenten minder/).waitFor();
    await pressByKey(page, page.getByRole('button', { name: 'Bewaren en publiceren' }));
    await page.getByText('Bewaard.').waitFor();
    await page
      .getByRole('link', { name: /^Video, 0\.00 tot 12\.00 uur/ })
      .first()
      .waitFor();
  });

  test('can be looked at and changed without script', async () => {
    const { page } = await openAdministration(browser(), { javaScript: false });
    await page.goto(`/admin/hours?view=list`);
    await page.getByRole('link', { name: wholeDay }).nth(1).click();
    await page.getByLabel('Tot', { exact: true }).fill('12.00');
    await page.getByRole('button', { name: 'Toon wat verandert' }).click();
    await page.getByText('Wat verandert er?').waitFor();
    expect(await page.getByLabel('Tot', { exact: true }).inputValue()).toBe('12.00');
    await page.getByRole('button', { name: 'Bewaren en publiceren' }).click();
    await page.getByText('Bewaard.').waitFor();
    await page.getByRole('link', { name: /^Video, 0\.00 tot 12\.00 uur/ }).waitFor();
  });
});

describe('the staffing of a seat', () => {
  test('is another one for a period: who is booked is named first, and the weeks after it stay as they were', async () => {
    const { page, counter, complaints } = await openAdministration(browser());
    const startAt = new Date(`${tuesday}T13:00Z`);
    const { reference } = await bookDirectly(counter, { citizenName: 'Wim Wacht', startAt });
    await page.goto('/admin/seats');
    await page
      .getByRole('link', { name: /^Bezetting van .*: altijd$/ })
      .last()
      .click();
    expect(await page.getByRole('link', { name: '0.00 tot 24.00 uur, bewerken' }).count()).toBe(7);
    await page.getByRole('link', { name: 'Andere week voor een periode' }).click();
    await page.getByRole('heading', { level: 2, name: 'Andere week voor een periode' }).waitFor();
    await untilLive(page);
    await page.getByLabel('Eerste dag').fill(tuesday);
    await page.getByLabel('Laatste dag').fill(addDays(tuesday, 6));
    const field = page.getByLabel('Dinsdag', { exact: true });
    await field.fill('9-12, 11-13');
    await page.getByRole('status').filter({ hasText: 'Deze uren overlappen.' }).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await press(page, 'Bewaren');
    await page.getByRole('alert').getByText('Deze uren overlappen.').waitFor();
    expect(await page.getByLabel('Laatste dag').inputValue()).toBe(addDays(tuesday, 6));
    await page.getByLabel('Dinsdag', { exact: true }).fill('9-10');
    await page.getByText(/nog niet bewaard/).waitFor();
    expect(await page.getByRole('radio', { name: 'Op deze uren' }).isChecked()).toBe(true);
    await page.getByText(reference).waitFor();
    await page.getByText('De balie is dan niet bezet.').waitFor();
    await expectInSight(page, page.getByText(reference));
    await expectInSight(page, page.getByRole('button', { name: 'Toch bewaren' }));
    await press(page, 'Toch bewaren');
    await page.getByText('Bewaard.').waitFor();
    const periods = page.getByRole('navigation', { name: 'Periode' }).getByRole('link');
    expect(await periods.count()).toBe(3);
    await page.getByRole('link', { name: '9.00 tot 10.00 uur, bewerken' }).first().waitFor();
    await periods.last().click();
    await page.getByRole('radio', { name: 'Altijd als het team open is' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Altijd als het team open is' }).isChecked()).toBe(true);
    await page.goto('/admin/unfit');
    await page.getByRole('row', { name: /Wim Wacht/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
