import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openTownOfChanges, quartersFromNow } from './support/changeable.ts';
import { pressByKey, tabTo } from './support/keyboard.ts';
import { receiveMail } from './support/mailbox.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const phone = { width: 390, height: 844 };
const inTwoDays = () => quartersFromNow(2 * 96);
afterAll(closeDatabase);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** From the appointment's page to a time of the last day in sight. Gives that time in words. */
async function chooseTime(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Afspraak verplaatsen' }).click();
  await heading(page, 'Kies een nieuw moment').waitFor();
  await page.getByRole('navigation', { name: 'Dagen' }).getByRole('link').last().click();
  const time = page.getByRole('radio').last();
  const words = (await time.getAttribute('aria-label')) ?? '';
  await time.check();
  await page.getByRole('button', { name: 'Verder' }).click();
  await heading(page, 'Klopt dit?').waitFor();
  return words;
}

describe('moving by the link', () => {
  test.each([
    ['without script', { javaScript: false }],
    ['on a phone', { viewport: phone }],
  ])('%s, the appointment has its new time, and the mail carries it', async (_how, options) => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page, complaints } = await town.open(browser(), sofie, options);
    const words = await chooseTime(page);
    await page.getByText(words).waitFor();
    expect((await town.read(sofie.id)).calendarSequence).toBe(0);
    await page.getByRole('button', { name: 'Ja, afspraak wijzigen' }).click();
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    await page.getByText(words.replace(/,.*/, '')).first().waitFor();
    const after = await town.read(sofie.id);
    expect(after.calendarSequence).toBe(1);
    expect(after.reference).toBe(sofie.reference);
    const mail = await receiveMail(sofie.email, /^Uw afspraak is gewijzigd/);
    const calendar = mail.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
    const entry = Buffer.from(calendar?.content ?? '', 'base64').toString();
    expect(entry).toContain(`UID:${sofie.id}@`);
    expect(entry).toContain('SEQUENCE:1');
    expect(entry).toContain(`DTSTART:${after.startAt.toISOString().replace(/[-:]|\.000/g, '')}`);
    expect(complaints).toEqual([]);
  });

  test('by keyboard alone', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page } = await town.open(browser(), sofie);
    await pressByKey(page, page.getByRole('link', { name: 'Afspraak verplaatsen' }));
    await heading(page, 'Kies een nieuw moment').waitFor();
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await pressByKey(page, page.getByRole('button', { name: 'Verder' }));
    await heading(page, 'Klopt dit?').waitFor();
    await pressByKey(page, page.getByRole('button', { name: 'Ja, afspraak wijzigen' }));
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect((await town.read(sofie.id)).calendarSequence).toBe(1);
  });

  test.each([
    ['without script', { javaScript: false }],
    ['on a phone', { viewport: phone }],
  ])('%s, the new time is kept while the page stands, and longer by a press', async (_how, options) => {
    const town = await openTownOfChanges();
    const [sofie, other] = [await town.book(inTwoDays()), await town.book(quartersFromNow(2 * 96 + 4))];
    const { page } = await town.open(browser(), sofie, options);
    const words = await chooseTime(page);
    await page.getByText(/Wij houden dit moment voor u vrij tot .* Nog [45] minuten\./).waitFor();
    const [held] = await town.holds();
    const rival = await town.open(browser(), other, { javaScript: false });
    expect(await chooseTime(rival.page)).not.toBe(words);
    await page.getByRole('button', { name: 'Langer vrijhouden' }).click();
    await page.getByText(/Nog (9|10) minuten\./).waitFor();
    const longer = (await town.holds()).find(({ holderKey }) => holderKey === held?.holderKey);
    expect(longer?.expiresAt.getTime()).toBe((held?.expiresAt.getTime() ?? 0) + 5 * 60_000);
    await page.getByRole('button', { name: 'Ja, afspraak wijzigen' }).click();
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect((await town.holds()).map(({ holderKey }) => holderKey)).not.toContain(held?.holderKey);
  });

  test.each([
    ['without script', { javaScript: false }],
    ['with script', { viewport: phone }],
  ])('%s, no lets go of the new time at once, and nothing changes', async (_how, options) => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page } = await town.open(browser(), sofie, options);
    await chooseTime(page);
    await page.getByText(/Wij houden dit moment voor u vrij/).waitFor();
    expect(await town.holds()).toHaveLength(1);
    await page.getByRole('button', { name: 'Nee, laat ze zoals ze is' }).click();
    await page.waitForURL((url) => url.pathname === `/a/${sofie.reference}`);
    await expect.poll(() => town.holds()).toEqual([]);
    expect((await town.read(sofie.id)).startAt).toEqual(sofie.startAt);
  });

  test('a time for another channel that is gone is said once', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page } = await town.open(browser(), sofie, { javaScript: false });
    await page.goto(`/a/${sofie.reference}/move?channel=phone&moment=2020-01-06T10:40`);
    await heading(page, 'Kies een nieuw moment').waitFor();
    const said = page.locator('main [role=status]');
    expect(await said.count()).toBe(1);
    expect(await said.textContent()).toMatch(/niet meer vrij/);
  });

  test('who loses the race keeps the old time, reads so, and takes another one', async () => {
    const town = await openTownOfChanges();
    const [sofie, other] = [await town.book(inTwoDays()), await town.book(quartersFromNow(2 * 96 + 4))];
    const { page } = await town.open(browser(), sofie, { javaScript: false });
    await chooseTime(page);
    await town.letHoldsEnd();
    const rival = await town.open(browser(), other, { javaScript: false });
    await chooseTime(rival.page);
    await rival.page.getByRole('button', { name: 'Ja, afspraak wijzigen' }).click();
    await rival.page.getByText('Uw afspraak is gewijzigd.').waitFor();

    await page.getByRole('button', { name: 'Ja, afspraak wijzigen' }).click();
    await heading(page, 'Kies een nieuw moment').waitFor();
    await page.getByText('niet meer vrij').first().waitFor();
    await page.getByText('U houdt dat moment tot het nieuwe vaststaat.').waitFor();
    expect((await town.read(sofie.id)).startAt).toEqual(sofie.startAt);
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('button', { name: 'Ja, afspraak wijzigen' }).click();
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
  });

  test('a form left open overnight, the same press twice, and no choice at all end in words', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page } = await town.open(browser(), sofie, { javaScript: false });
    await page.goto(`/a/${sofie.reference}/move`);
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Kies eerst een moment.' }).waitFor();
    await page.goto(`/a/${sofie.reference}/move/confirm?moment=2020-01-06T10:40`);
    await heading(page, 'Kies een nieuw moment').waitFor();
    for (const moment of ['', '?moment=x', '?moment=2026-02-31T10:00', '?way=chat&moment=x']) {
      await page.goto(`/a/${sofie.reference}/move/confirm${moment}`);
      await heading(page, 'Kies een nieuw moment').waitFor();
    }
    await page.goto(`/a/${sofie.reference}`);
    await chooseTime(page);
    const address = page.url();
    await page.getByRole('button', { name: 'Ja, afspraak wijzigen' }).click();
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    await page.goto(address);
    await page.getByRole('button', { name: 'Ja, afspraak wijzigen' }).click();
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect((await town.read(sofie.id)).calendarSequence).toBe(1);
  });

  test('is not for a browser without the link’s cookie, nor when the appointment is over', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const stranger = await createPerson(browser(), town.origin, { javaScript: false });
    for (const path of ['move', 'move/confirm?moment=2026-11-24T10:40', 'channel', 'earlier']) {
      await stranger.page.goto(`/a/${sofie.reference}/${path}`);
      expect(new URL(stranger.page.url()).pathname).toBe(`/a/${sofie.reference}`);
    }
    const cancelled = await town.book(quartersFromNow(2 * 96 + 8), {
      state: 'cancelled',
      cancelledAt: new Date(),
    });
    const { page } = await town.open(browser(), cancelled, { javaScript: false });
    for (const path of ['move', 'channel', 'earlier']) {
      await page.goto(`/a/${cancelled.reference}/${path}`);
      await heading(page, 'Wijzigen kan niet meer').waitFor();
      await page.getByText('Deze afspraak is geannuleerd.').waitFor();
    }
  });
});

test('every page of a change fits the smallest screen and is accessible', async () => {
  const town = await openTownOfChanges();
  const sofie = await town.book(inTwoDays());
  const { page, complaints } = await town.open(browser(), sofie, { viewport: phone });
  const look = async () => {
    await expectAccessible(page);
    await expectFitting(page);
  };
  await look();
  for (const path of ['move', 'move?missing=1', 'move?channel=phone', 'channel', 'earlier', 'cancel']) {
    await page.goto(`/a/${sofie.reference}/${path}`);
    await look();
  }
  await page.goto(`/a/${sofie.reference}`);
  await chooseTime(page);
  await look();
  expect(complaints).toEqual([]);
});

test('a page that is open shows it when staff move the appointment', async () => {
  const town = await openTownOfChanges();
  const sofie = await town.book(inTwoDays());
  const { page } = await town.open(browser(), sofie);
  const startAt = quartersFromNow(2 * 96 + 3);
  const style = { language: 'nl', timeZone: 'Europe/Brussels' } as const;
  const words = formatTime(startAt, style);
  expect(await page.getByText(words).count()).toBe(0);
  await town.moveByStaff(sofie.id, startAt);
  await page.getByText(words).first().waitFor();
});
