import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { untilLive } from './support/live-page.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { bookIt, chooseTime, fillInDetails, openTown } from './support/town.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const phone = { viewport: { width: 390, height: 844 } };
const plain = { ...phone, javaScript: false };
const kept = /Wij houden deze tijd voor u vrij tot \d\d\.\d\d uur\./;
const noMore = /Wij houden deze tijd niet meer voor u vrij/;

const prolong = (page: Page) => page.getByRole('button', { name: 'Langer vrijhouden' });
const lasts = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date }) =>
  (expiresAt.getTime() - createdAt.getTime()) / 60_000;

describe('a time that somebody chose', () => {
  test('is kept for them and for nobody else, until they choose another one', async () => {
    const town = await openTown();
    const { page, complaints } = await createPerson(browser(), town.origin, plain);
    await page.goto(`/services/${town.slugOf()}`);
    const words = await chooseTime(page);
    await page.getByText(kept).waitFor();
    expect(await town.holds()).toHaveLength(1);

    const other = await createPerson(browser(), town.origin, plain);
    await other.page.goto(`/services/${town.slugOf()}`);
    await other.page.getByRole('navigation', { name: 'Dagen' }).getByRole('link').nth(1).click();
    expect(await other.page.getByRole('radio', { name: words }).count()).toBe(0);

    await page.getByRole('link', { name: 'Ander moment kiezen' }).click();
    await page.getByRole('navigation', { name: 'Dagen' }).getByRole('link').nth(1).click();
    await page.getByRole('radio', { name: words }).waitFor();
    const times = page.getByRole('radio');
    await times.nth((await times.count()) - 2).check();
    await page.getByRole('button', { name: 'Dit moment kiezen' }).click();
    await page.getByRole('heading', { level: 1, name: /Stap 2 van 3/ }).waitFor();
    await page.getByText(kept).waitFor();
    expect(await town.holds()).toHaveLength(1);
    await other.page.reload();
    await other.page.getByRole('radio', { name: words }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('is not kept by an address alone, as a scanner opens it', async () => {
    const town = await openTown();
    const { page } = await createPerson(browser(), town.origin, plain);
    await page.goto(`/services/${town.slugOf()}`);
    const moment = await page.getByRole('radio').last().getAttribute('value');
    await page.goto(`/book?service=${town.slugOf()}&moment=${encodeURIComponent(moment ?? '')}`);
    await page.getByRole('button', { name: 'Verder' }).waitFor();
    expect(await page.getByText(kept).count()).toBe(0);
    await page.getByText(/Wij houden deze tijd nog niet voor u vrij/).waitFor();
    expect(await town.holds()).toEqual([]);
    const address = page.url();
    await page.getByRole('button', { name: 'Nu vrijhouden' }).click();
    await page.getByText(kept).waitFor();
    expect(await town.holds()).toHaveLength(1);
    await town.letHoldsRunOut();
    await page.context().clearCookies();
    await page.goto(address);
    await page.getByText(/Wij houden deze tijd nog niet voor u vrij/).waitFor();
    await fillInDetails(page);
    await page.getByText(kept).waitFor();
    expect(await town.holds()).toHaveLength(1);
    await bookIt(page);
    expect(await town.holds()).toEqual([]);
  });

  test.each([
    ['with script', phone],
    ['without', plain],
  ])('is kept longer on asking, three times, with all that was typed (%s)', async (_how, options) => {
    const town = await openTown();
    const { page } = await createPerson(browser(), town.origin, options);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    await page.getByLabel('Naam', { exact: true }).fill('Sofie');
    await page.getByRole('checkbox', { name: 'Een tolk' }).check();
    await page.getByLabel('Welke taal spreekt u?').selectOption('ti');
    for (const minutes of [10, 15, 20]) {
      await prolong(page).click();
      await expect.poll(async () => (await town.holds()).map(lasts)).toEqual([minutes]);
    }
    await expect.poll(() => prolong(page).count()).toBe(0);
    expect(await page.getByLabel('Naam', { exact: true }).inputValue()).toBe('Sofie');
    expect(await page.getByRole('checkbox', { name: 'Een tolk' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Welke taal spreekt u?').inputValue()).toBe('ti');
  });

  test('runs out without script: words say so, and booking goes on', async () => {
    const town = await openTown();
    const { page } = await createPerson(browser(), town.origin, plain);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    await town.letHoldsRunOut();
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Vul uw naam in.' }).waitFor();
    await page.getByText(noMore).waitFor();
    expect(await town.holds()).toHaveLength(1);
    await page.getByRole('button', { name: 'Opnieuw vrijhouden' }).click();
    await page.getByText(kept).waitFor();
    await town.letHoldsRunOut();
    await fillInDetails(page);
    await page.getByText(kept).waitFor();
    await bookIt(page);
    expect(await town.appointments()).toHaveLength(1);
  });

  test('counts down by the minute with script, and is told aloud once before it ends', async () => {
    const town = await openTown();
    const { page, complaints } = await createPerson(browser(), town.origin, phone);
    await page.clock.install();
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    const status = page.locator('form [role=status]');
    await page.getByText('Nog 5 minuten.').waitFor();
    await expectFitting(page);
    expect(await status.textContent()).toBe('');
    await page.clock.runFor(61_000);
    await page.getByText('Nog 4 minuten.').waitFor();
    expect(await status.textContent()).toBe('');
    await page.clock.runFor(180_000);
    await expect.poll(() => status.textContent()).toBe('Nog 1 minuut.');
    await page.clock.runFor(60_000);
    await expect.poll(() => status.textContent()).toMatch(noMore);
    await expectAccessible(page);
    await fillInDetails(page);
    await bookIt(page);
    expect(complaints).toEqual([]);
  });
});

describe('what was typed', () => {
  test.each([
    ['with script', phone],
    ['without', plain],
  ])('stays when the language changes in the middle (%s)', async (_how, options) => {
    const town = await openTown();
    const { page, complaints } = await createPerson(browser(), town.origin, options);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    await page.getByLabel('Naam', { exact: true }).fill('Sofie');
    await page.getByLabel('E-mailadres').fill('sofie@');
    await page.getByRole('radio', { name: 'Voor mijn kind' }).check();
    await page.getByRole('textbox', { name: 'Hoe heet uw kind?' }).fill('Lotte');
    await page.locator('summary', { hasText: 'Taal' }).click();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 1, name: /Étape 2 sur 3/ }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.getByLabel('Nom', { exact: true }).inputValue()).toBe('Sofie');
    expect(await page.getByLabel('Adresse e-mail').inputValue()).toBe('sofie@');
    expect(await page.getByRole('textbox', { name: /votre enfant/ }).inputValue()).toBe('Lotte');
    expect(await page.getByRole('radio', { name: 'Pour mon enfant' }).isChecked()).toBe(true);
    await page.getByText(/Nous gardons ce moment pour vous/).waitFor();
    expect(complaints).toEqual([]);
  });

  test('before the page’s script is there stays when it comes, also after an answer with what was typed before', async () => {
    const town = await openTown();
    const { page, complaints } = await createPerson(browser(), town.origin, phone);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    const script = Promise.withResolvers<void>();
    await page.route('**/_next/static/**/*.js', async (route) => {
      await script.promise;
      // A page that was left meanwhile takes none any more.
      await route.continue().catch(() => undefined);
    });
    await page.goto(page.url(), { waitUntil: 'domcontentloaded' });
    const name = page.getByLabel('Naam', { exact: true });
    const remark = page.getByLabel(/^Uw vraag of opmerking/);
    await remark.fill('Ik kom met de rolstoel.');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Vul uw naam in.' }).waitFor();
    expect(await remark.inputValue()).toBe('Ik kom met de rolstoel.');
    await name.fill('Sofie Van Daele');
    await remark.fill('Ik kom met de rolstoel, en wat later.');
    await page.getByRole('checkbox', { name: 'Een tolk' }).check();
    script.resolve();
    await untilLive(page);
    expect(await name.inputValue()).toBe('Sofie Van Daele');
    expect(await remark.inputValue()).toBe('Ik kom met de rolstoel, en wat later.');
    expect(await page.getByRole('checkbox', { name: 'Een tolk' }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('stays in a form that was left open until its time was past', async () => {
    const town = await openTown();
    const { page } = await createPerson(browser(), town.origin, phone);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    await fillInDetails(page);
    await page.evaluate(() => {
      for (const input of document.querySelectorAll<HTMLInputElement>('input[name=moment]'))
        input.value = '2020-01-06T10:40';
    });
    await page.getByRole('button', { name: 'Afspraak boeken' }).click();
    await page.getByText('Dit moment is voorbij.').waitFor();
    await page.getByText('Sofie Van Daele').waitFor();
    await page.getByRole('radio').first().check();
    await bookIt(page);
    expect(await town.appointments()).toMatchObject([{ citizenName: 'Sofie Van Daele' }]);
  });

  test('stays when the service changed meanwhile, and what changed is said', async () => {
    const town = await openTown({ services: [{ called: 'Paspoort' }, { called: 'Rijbewijs' }] });
    const { page } = await createPerson(browser(), town.origin, plain);
    await page.goto(`/services/${town.slugOf('Paspoort')}?with=${town.slugOf('Rijbewijs')}`);
    await chooseTime(page);
    await town.unpublish('Rijbewijs');
    await page.getByLabel('Naam', { exact: true }).fill('Sofie Van Daele');
    await page.getByLabel('E-mailadres').fill('sofie@example.org');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByText('Deze afspraak kan niet meer op deze manier.').waitFor();
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('sofie@example.org');
    await fillInDetails(page);
    await bookIt(page);
    const [appointment] = await town.appointments();
    expect(appointment?.services).toHaveLength(1);
  });
});
