import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openTownOfChanges, quartersFromNow } from './support/changeable.ts';
import { chooseByArrows, pressByKey, typeInto } from './support/keyboard.ts';
import { receiveMail } from './support/mailbox.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const phone = { width: 390, height: 844 };
const inTwoDays = () => quartersFromNow(2 * 96);
afterAll(closeDatabase);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

async function askForChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Liever op een andere manier' }).click();
  await heading(page, 'Hoe wilt u afspreken?').waitFor();
  await page.getByRole('radio', { name }).check();
  await press(page, 'Verder');
  await heading(page, 'Klopt dit?').waitFor();
}

describe('another channel', () => {
  test('by telephone, without script: the number is asked, a wrong one comes back, and the time stays', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page, complaints } = await town.open(browser(), sofie, { javaScript: false });
    await askForChannel(page, 'Aan de telefoon');
    await page.getByLabel('Op welk nummer bellen wij u?').fill('09 555 01');
    await press(page, 'Ja, afspraak wijzigen');
    await page.getByRole('link', { name: /Kijk uw nummer na/ }).waitFor();
    expect(await page.getByLabel('Op welk nummer bellen wij u?').inputValue()).toBe('09 555 01');
    await page.getByLabel('Op welk nummer bellen wij u?').fill('0470 12 34 56');
    await press(page, 'Ja, afspraak wijzigen');
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect(await town.read(sofie.id)).toMatchObject({
      channel: 'phone',
      phone: '+32470123456',
      startAt: sofie.startAt,
    });
    await page.getByText('Wij bellen u om').waitFor();
    await page.getByText('op het nummer dat eindigt op 56').first().waitFor();
    const words = await page.locator('main').textContent();
    expect(words).not.toMatch(/camera|wachtkamer|Test uw toestel|videogesprek/i);
    const mail = await receiveMail(sofie.email, /^Uw afspraak is gewijzigd/);
    expect(mail.text).toContain('Wij bellen u op 0470');
    expect(complaints).toEqual([]);
  });

  test('at the counter, by keyboard: the address is told, and the way back to video is open', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page, complaints } = await town.open(browser(), sofie, { viewport: phone });
    await pressByKey(page, page.getByRole('link', { name: 'Liever op een andere manier' }));
    await heading(page, 'Hoe wilt u afspreken?').waitFor();
    await expectAccessible(page);
    await chooseByArrows(
      page,
      page.getByRole('radio').first(),
      page.getByRole('radio', { name: 'Aan het loket' }),
    );
    await pressByKey(page, page.getByRole('button', { name: 'Verder' }));
    await heading(page, 'Klopt dit?').waitFor();
    await page.getByText('Kerkstraat 12, 9800 Deinze').waitFor();
    await pressByKey(page, page.getByRole('button', { name: 'Ja, afspraak wijzigen' }));
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    await page.getByText(/Kom om .+ naar Kerkstraat 12, 9800 Deinze/).waitFor();
    expect((await town.read(sofie.id)).channel).toBe('counter');
    await expectAccessible(page);
    await expectFitting(page);
    const mail = await receiveMail(sofie.email, /^Uw afspraak is gewijzigd/);
    expect(mail.text).toContain('aan het loket: Kerkstraat 12, 9800 Deinze');
    await askForChannel(page, 'Met video');
    await press(page, 'Ja, afspraak wijzigen');
    await page.getByRole('heading', { name: 'Test uw toestel' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('by keyboard with a number, with script', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(inTwoDays());
    const { page } = await town.open(browser(), sofie);
    await askForChannel(page, 'Aan de telefoon');
    await typeInto(page, page.getByLabel('Op welk nummer bellen wij u?'), '0470 12 34 56');
    await page.keyboard.press('Enter');
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect((await town.read(sofie.id)).channel).toBe('phone');
  });

  test('that has no room at the agreed time proposes others, and the old one stays until then', async () => {
    const town = await openTownOfChanges({ service: { channels: ['video', 'phone'] } });
    const sofie = await town.book(inTwoDays(), { phone: '+32470123456' });
    await town.closePhone(sofie.startAt);
    const { page } = await town.open(browser(), sofie, { javaScript: false });
    await page.goto(`/a/${sofie.reference}/channel`);
    await page.getByRole('radio', { name: 'Aan de telefoon' }).check();
    await press(page, 'Verder');
    await heading(page, 'Kies een nieuw moment').waitFor();
    await page.getByText('Op uw eigen moment kan het niet aan de telefoon.').waitFor();
    expect((await town.read(sofie.id)).channel).toBe('video');
    await page.getByRole('radio').first().check();
    await press(page, 'Verder');
    await press(page, 'Ja, afspraak wijzigen');
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect(await town.read(sofie.id)).toMatchObject({ channel: 'phone', calendarSequence: 1 });
  });

  test('is not proposed where the service has only one', async () => {
    const town = await openTownOfChanges({ service: { channels: ['video'] } });
    const sofie = await town.book(inTwoDays());
    const { page } = await town.open(browser(), sofie, { javaScript: false });
    await page.getByRole('link', { name: 'Afspraak verplaatsen' }).waitFor();
    expect(await page.getByRole('link', { name: 'Liever op een andere manier' }).count()).toBe(0);
    await page.goto(`/a/${sofie.reference}/channel`);
    await page.getByText('Dit kan alleen met video.').waitFor();
  });

  test('on the day a call shows no waiting room and no camera', async () => {
    const town = await openTownOfChanges();
    for (const [channel, words] of [
      ['phone', 'Wij bellen u om'],
      ['counter', 'naar Kerkstraat 12, 9800 Deinze'],
    ] as const) {
      const sofie = await town.book(quartersFromNow(channel === 'phone' ? 1 : 3), {
        channel,
        phone: '+32470123456',
      });
      const { page, complaints } = await town.open(browser(), sofie, { viewport: phone });
      await page.getByText(words).first().waitFor();
      expect(await page.locator('video').count()).toBe(0);
      expect(await page.locator('main').textContent()).not.toMatch(/camera|wachtkamer/i);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
    }
  });
});
