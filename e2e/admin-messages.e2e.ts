import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openAdministration } from './support/administration.ts';
import { openCounter, seatClerk } from './support/counter.ts';
import { untilLive } from './support/live-page.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** The frame that is in sight. */
const mailOf = (page: Page) => page.frameLocator('iframe:not([aria-hidden])');

describe('the words of messages', () => {
  test('are not for other staff', async () => {
    const { page } = await seatClerk(browser(), await openCounter(), { roles: ['supervisor'] });
    for (const path of ['', '/confirmation/email/nl']) {
      await page.goto(`/admin/messages${path}`);
      await page.getByText('Deze pagina is voor beheerders.').waitFor();
      expect(await page.locator('main form').count()).toBe(0);
    }
    const preview = '/admin/messages/preview?wording=confirmation&channel=email&language=nl';
    expect(await page.evaluate(async (address) => (await fetch(address)).status, preview)).toBe(403);
  });

  test('are written with the mail beside them, refused in words, saved, and put back', async () => {
    const { page, counter } = await openAdministration(browser());
    await page.goto('/admin/messages');
    await page.getByRole('link', { name: 'NL Bevestiging, E-mail, Nederlands: standaard' }).click();
    await mailOf(page).getByRole('heading', { name: 'Uw afspraak staat vast' }).waitFor();

    await untilLive(page);
    await page.getByLabel('Titel').fill('Welkom bij {organisation}');
    await page.getByLabel('Eigen inleiding').fill('<b>Fijn</b> dat u komt.\nTot dan.');
    await mailOf(page)
      .getByRole('heading', { name: /^Welkom bij [^{]+$/ })
      .waitFor();
    await mailOf(page).getByText('<b>Fijn</b> dat u komt.').waitFor();
    await press(page, 'Donker');
    const ground = () =>
      mailOf(page)
        .locator('.surface')
        .first()
        .evaluate((box) => getComputedStyle(box).backgroundColor);
    await expect.poll(ground).toBe('rgb(25, 34, 38)');
    await press(page, 'Alleen tekst');
    await mailOf(page)
      .getByText(/Sofie Van Daele\s+Welkom bij/)
      .waitFor();

    await page.getByLabel('Onderwerp').fill('Voor {service} op {momnet}');
    await page.getByLabel('Uitleg').fill('Dag {moment');
    await press(page, 'Bewaren');
    const alert = page.getByRole('alert');
    await alert.getByText('Dit kan hier niet worden ingevuld: {service}, {momnet}.').waitFor();
    await alert
      .getByText('Er staat een accolade te veel of te weinig. Schrijf bijvoorbeeld {moment}.')
      .waitFor();
    expect(await page.getByLabel('Eigen inleiding').inputValue()).toBe('<b>Fijn</b> dat u komt.\nTot dan.');
    expect(await page.getByLabel('Uitleg').inputValue()).toBe('Dag {moment');

    await page.getByLabel('Onderwerp').fill('Tot ');
    await page.getByRole('button', { name: 'Invoegen: {moment}' }).click();
    expect(await page.getByLabel('Onderwerp').inputValue()).toBe('Tot {moment}');
    await page.getByLabel('Uitleg').fill('');
    await press(page, 'Bewaren');
    await page.getByText('Bewaard. Dit geldt voor berichten die nog moeten vertrekken.').waitFor();
    expect(await page.getByLabel('Titel').inputValue()).toBe('Welkom bij {organisation}');
    expect(await page.getByLabel('Uitleg').inputValue()).toContain('Deze link is alleen voor u.');
    await page.getByText(/veranderde dit op/).waitFor();

    await page.getByRole('link', { name: 'Alle berichten' }).click();
    await page.getByRole('link', { name: 'NL Bevestiging, E-mail, Nederlands: eigen woorden' }).click();
    await press(page, 'Standaardtekst terugzetten');
    expect(await page.getByLabel('Titel').inputValue()).toBe('Uw afspraak staat vast');
    await press(page, 'Bewaren');
    await page.getByText('Bewaard. Dit geldt').waitFor();
    const kept = await withOrganisation(counter.organisation.id, ({ db }) => db.messageText.count());
    expect(kept).toBe(0);
  });

  test('of a text message are counted as they travel', async () => {
    const { page } = await openAdministration(browser());
    await page.goto('/admin/messages/missed/sms/nl');
    await untilLive(page);
    const size = page.locator('[data-sms-size]');
    await size.getByText(/^\d+ tekens, 2 sms’en$/).waitFor();
    await size.getByText('Gewoon alfabet (GSM-7): 153 tekens per deel.').waitFor();
    await page.getByLabel('Tekst').fill('Spijtig 👋 {words} {link}');
    await size.getByText('Uitgebreid alfabet (UCS-2) door 👋: 67 tekens per deel.').waitFor();
    await page
      .locator('[data-sms]')
      .getByText(/^Spijtig 👋 klaver brug https?:/)
      .waitFor();
    await page.getByLabel('Tekst').fill('Spijtig 👋 {words}');
    await press(page, 'Bewaren');
    await page.getByRole('alert').getByText('Dit moet erin staan: {link}.').waitFor();
    expect(await page.getByLabel('Tekst').inputValue()).toBe('Spijtig 👋 {words}');
  });

  test('that somebody else changed meanwhile are not lost, and neither are one’s own', async () => {
    const { page, context, counter } = await openAdministration(browser());
    await page.goto('/admin/messages/missed/sms/nl');
    await untilLive(page);
    const other = await context.newPage();
    await other.goto('/admin/messages/missed/sms/nl');
    await untilLive(other);
    await other.getByLabel('Tekst').fill('Eerst. {words} {link}');
    await press(other, 'Bewaren');
    await other.getByText('Bewaard. Dit geldt').waitFor();
    await page.getByLabel('Tekst').fill('Later. {words} {link}');
    await press(page, 'Bewaren');
    await page
      .getByRole('alert')
      .getByText(/terwijl u schreef/)
      .waitFor();
    const read = () =>
      withOrganisation(counter.organisation.id, ({ db }) =>
        db.messageText.findFirst({ select: { text: true } }),
      );
    expect(await read()).toEqual({ text: 'Eerst. {words} {link}' });
    expect(await page.getByLabel('Tekst').inputValue()).toBe('Later. {words} {link}');
    await press(page, 'Bewaren');
    await page.getByText('Bewaard. Dit geldt').waitFor();
    expect(await read()).toEqual({ text: 'Later. {words} {link}' });
  });

  test('are written and looked at without script', async () => {
    const { page } = await openAdministration(browser(), { javaScript: false });
    await page.goto('/admin/messages/moved/email/nl');
    await mailOf(page).getByRole('heading', { name: 'Uw afspraak is gewijzigd' }).waitFor();
    await page.getByLabel('Titel').fill('Let op, een ander uur');
    await press(page, 'Toon voorbeeld');
    await mailOf(page).getByRole('heading', { name: 'Let op, een ander uur' }).waitFor();
    await page.getByLabel('Onderwerp').fill('{nee}');
    await press(page, 'Bewaren');
    await page.getByText('Dit kan hier niet worden ingevuld: {nee}.').first().waitFor();
    expect(await page.getByLabel('Titel').inputValue()).toBe('Let op, een ander uur');
    await page.getByLabel('Onderwerp').fill('');
    await press(page, 'Bewaren');
    await page.getByText('Bewaard. Dit geldt').waitFor();
    expect(await page.getByLabel('Titel').inputValue()).toBe('Let op, een ander uur');
  });
});

describe('the rules by which messages go out', () => {
  test('are read in a few lines and changed in a form', async () => {
    const { page } = await openAdministration(browser());
    await page.goto('/admin/messages');
    await page.getByText('1 dag vooraf: e-mail, of sms voor wie geen e-mail heeft').waitFor();
    await page.getByRole('link', { name: 'Regels wijzigen' }).click();
    await page
      .getByLabel('2 uur vooraf')
      .selectOption({ label: 'sms, of e-mail voor wie geen sms kan krijgen' });
    await page.getByLabel('Wie niets laat weten').selectOption({ label: 'nooit' });
    await page.getByLabel('Mensen die nog moeten komen').selectOption({ label: 'vanaf 30 minuten' });
    await press(page, 'Bewaren');
    await page.getByText('Bewaard.').waitFor();
    await page.getByText('2 uur vooraf: sms, of e-mail').waitFor();
    await page.getByText('Bericht vanaf 30 minuten later').waitFor();
    expect(await page.getByText('Geen extra bericht').count()).toBe(1);
  });
});

describe('the pages of messages', () => {
  test.each([
    [true, 390],
    [false, 1440],
  ] as const)('can be used by everybody, dark %s, %d wide', async (dark, width) => {
    const { page } = await openAdministration(browser(), { dark, viewport: { width, height: 900 } });
    for (const path of ['', '?rules=1', '/reminder/email/nl', '/reminder/sms/fr']) {
      await page.goto(`/admin/messages${path}`);
      if (path.includes('email')) await mailOf(page).locator('h1').waitFor();
      await expectFitting(page);
      await expectAccessible(page);
    }
  });
});
