import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { pressByKey, tabTo, typeInto } from './support/keyboard.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { bookIt, chooseTime, fillInDetails, goOn, openTown } from './support/town.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const phone = { viewport: { width: 390, height: 844 } };
const plain = { ...phone, javaScript: false };

const minutesOf = ({ startAt, endAt }: { startAt: Date; endAt: Date }) =>
  (endAt.getTime() - startAt.getTime()) / 60_000;

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFitting(page);
}

describe.each([
  ['with script', phone],
  ['without script', plain],
])('%s', (_how, options) => {
  /** What reads a page for mistakes is a script itself. */
  const lookWithScript = (page: Page) => (options === phone ? look(page) : undefined);

  test('several services by phone are one appointment, as long as all of them', async () => {
    const town = await openTown({
      services: [
        { called: 'Paspoort', channels: ['video', 'phone'], durationMinutes: 10 },
        { called: 'Rijbewijs', channels: ['video', 'phone'], durationMinutes: 15 },
        { called: 'Huwelijk', channels: ['video'] },
      ],
    });
    const { page, complaints } = await createPerson(browser(), town.origin, options);
    await page.goto(`/services/${town.slugOf('Paspoort')}`);
    await page.getByRole('link', { name: 'Telefoon' }).click();
    await page.getByText('Nog iets regelen in dezelfde afspraak?').click();
    expect(await page.getByRole('link', { name: /Huwelijk/ }).count()).toBe(0);
    await page.getByRole('link', { name: /^Rijbewijs .*toevoegen$/ }).click();
    await page.getByText('Samen ongeveer 25 minuten.').waitFor();
    await lookWithScript(page);
    await page.getByRole('link', { name: 'Rijbewijs weglaten' }).click();
    await expect.poll(() => page.getByText('Samen ongeveer').count()).toBe(0);
    await page.getByText('Nog iets regelen in dezelfde afspraak?').click();
    await page.getByRole('link', { name: /Rijbewijs .*toevoegen/ }).click();
    await page.getByText('Samen ongeveer 25 minuten.').waitFor();
    await chooseTime(page);
    await page.getByText('Paspoort, Rijbewijs, via de telefoon').waitFor();

    await page.getByLabel('Naam', { exact: true }).fill('Sofie Van Daele');
    await page.getByLabel('E-mailadres').fill('sofie@example.org');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Vul het nummer in waarop wij u bellen.' }).waitFor();
    await page.getByLabel('Telefoonnummer').fill('0470 12 34 56');
    await goOn(page);
    await page.getByText('ongeveer 25 minuten').waitFor();
    await lookWithScript(page);
    await bookIt(page);
    const [appointment] = await town.appointments();
    expect(appointment).toMatchObject({ channel: 'phone', phone: '+32470123456' });
    expect(appointment?.services).toHaveLength(2);
    expect(appointment && minutesOf(appointment)).toBe(25);
    expect(complaints).toEqual([]);
  });

  test('the counter is in one of the buildings', async () => {
    const town = await openTown({
      services: [{ called: 'Rijbewijs', channels: ['video', 'counter'] }],
      locations: ['Stadhuis', 'Dienstencentrum'],
    });
    const { page, complaints } = await createPerson(browser(), town.origin, options);
    await page.goto(`/services/${town.slugOf()}?channel=counter`);
    await page.getByRole('link', { name: 'Dienstencentrum' }).click();
    await page.waitForURL(/location=/);
    await lookWithScript(page);
    await chooseTime(page);
    await fillInDetails(page);
    await page.getByText('Dienstencentrum, Graanmarkt 2, 9999 Leiebeke').waitFor();
    await bookIt(page);
    const [appointment] = await town.appointments();
    expect(appointment).toMatchObject({ channel: 'counter', seat: { channels: ['counter'] } });
    expect(appointment?.seat?.position).toBe(3);
    expect(complaints).toEqual([]);
  });

  test('who does not know the service asks a question, and must say which', async () => {
    const town = await openTown({
      services: [{ called: 'Rijbewijs' }, { called: 'Een vraag', isQuestion: true }],
    });
    const { page, complaints } = await createPerson(browser(), town.origin, options);
    await page.goto('/');
    await lookWithScript(page);
    await page.getByRole('link', { name: 'Stel uw vraag' }).click();
    await chooseTime(page);
    await page.getByLabel('Naam', { exact: true }).fill('Sofie Van Daele');
    await page.getByLabel('E-mailadres').fill('sofie@example.org');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Schrijf op wat uw vraag is.' }).waitFor();
    await page.getByLabel('Wat is uw vraag?').fill('Wie haalt mijn oude boom weg?');
    await goOn(page);
    await bookIt(page);
    expect(await town.appointments()).toMatchObject([{ remark: 'Wie haalt mijn oude boom weg?' }]);
    expect(complaints).toEqual([]);
  });

  test('somebody books for a company, with its number and what to have at hand', async () => {
    const town = await openTown();
    const { page, complaints } = await createPerson(browser(), town.origin, options);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    expect(await page.getByLabel(/Ondernemingsnummer/).isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Voor een bedrijf' }).check();
    await page.getByRole('textbox', { name: 'Hoe heet het bedrijf?' }).fill('Bakkerij Peeters');
    await page.getByLabel(/Ondernemingsnummer/).fill('0403.170.702');
    await page.getByText(/Houd uw identiteitskaart en een volmacht bij de hand/).waitFor();
    await page.getByLabel('Naam', { exact: true }).fill('Sofie Van Daele');
    await page.getByLabel('E-mailadres').fill('sofie@example.org');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: /Kijk het nummer na/ }).waitFor();
    await lookWithScript(page);
    await page.getByLabel(/Ondernemingsnummer/).fill('BE 0403 170 701');
    await page.getByRole('radio', { name: 'Telefonisch' }).check();
    await goOn(page);
    await page.getByText('nummer 0403.170.701').waitFor();
    await bookIt(page);
    expect(await town.appointments()).toMatchObject([
      {
        wouldHaveCome: 'phone',
        principal: { kind: 'company', name: 'Bakkerij Peeters', registrationNumber: '0403170701' },
      },
    ]);
    await page.getByText('Bakkerij Peeters').waitFor();
    await page.getByRole('heading', { name: 'Uw identiteitskaart en een volmacht' }).waitFor();
    await lookWithScript(page);
    expect(complaints).toEqual([]);
  });
});

describe('what somebody needs', () => {
  test('an interpreter makes the appointment longer, and a time that is too short for it is said so', async () => {
    const town = await openTown({ services: [{ called: 'Rijbewijs', interpreterMinutes: 15 }] });
    const { page, complaints } = await createPerson(browser(), town.origin, phone);
    const other = await createPerson(browser(), town.origin, phone);
    await other.page.goto(`/services/${town.slugOf()}`);
    await chooseTime(other.page);
    await fillInDetails(other.page);
    await bookIt(other.page);

    // The time just before the one that is gone.
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    expect(await page.getByLabel('Welke taal spreekt u?').isVisible()).toBe(false);
    await page.getByRole('checkbox', { name: 'Een tolk' }).check();
    await page.getByText('Met een tolk duurt de afspraak 15 minuten langer.').waitFor();
    await page.getByLabel('Naam', { exact: true }).fill('Tsegay');
    await page.getByLabel('E-mailadres').fill('tsegay@example.org');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: 'Kies de taal voor de tolk.' }).waitFor();
    await page.getByLabel('Welke taal spreekt u?').selectOption({ label: 'Tigrinya' });
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByText('Met een tolk duurt de afspraak langer.').first().waitFor();
    await look(page);
    await page.getByRole('radio').first().check();
    await bookIt(page);
    const [, appointment] = await town.appointments();
    expect(appointment).toMatchObject({ needs: ['interpreter'], interpreterLanguage: 'ti' });
    expect(appointment && minutesOf(appointment)).toBe(30);
    await page.getByText('Een tolk: Tigrinya').waitFor();
    expect(complaints).toEqual([]);
  });

  test('an interpreter who is asked for before the times changes which there are', async () => {
    const town = await openTown({ services: [{ called: 'Rijbewijs', interpreterMinutes: 15 }] });
    const { page } = await createPerson(browser(), town.origin, phone);
    await page.goto(`/services/${town.slugOf()}`);
    await page.getByRole('link', { name: 'Ja, met een tolk' }).click();
    await page.getByRole('link', { name: 'Toch zonder tolk' }).waitFor();
    await chooseTime(page);
    expect(await page.getByRole('checkbox', { name: 'Een tolk' }).isChecked()).toBe(true);
    await page.getByLabel('Welke taal spreekt u?').selectOption('ar');
    await fillInDetails(page);
    await page.getByText('een tolk: Arabisch').waitFor();
    await page.getByText('ongeveer 30 minuten').waitFor();
    await bookIt(page);
    const [appointment] = await town.appointments();
    expect(appointment && minutesOf(appointment)).toBe(30);
  });

  test('slow internet: the phone is proposed, and asks for the number', async () => {
    const town = await openTown({ services: [{ called: 'Rijbewijs', channels: ['video', 'phone'] }] });
    const { page, complaints } = await createPerson(browser(), town.origin, phone);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    await page.getByRole('checkbox', { name: 'Traag internet' }).check();
    await fillInDetails(page);
    await look(page);
    await page.getByRole('button', { name: 'Liever via de telefoon' }).click();
    await page.getByRole('link', { name: 'Vul het nummer in waarop wij u bellen.' }).waitFor();
    expect(await page.getByLabel('E-mailadres').inputValue()).toBe('sofie@example.org');
    await page.getByLabel('Telefoonnummer').fill('0470 12 34 56');
    await goOn(page);
    await bookIt(page);
    expect(await town.appointments()).toMatchObject([{ channel: 'phone', needs: ['slowConnection'] }]);
    expect(complaints).toEqual([]);
  });

  test('an association that no register knows books, and is called on its landline', async () => {
    const town = await openTown({ services: [{ called: 'Zaal huren', channels: ['phone'] }] });
    const { page, complaints } = await createPerson(browser(), town.origin, plain);
    await page.goto(`/services/${town.slugOf()}`);
    await chooseTime(page);
    await page.getByRole('radio', { name: 'Voor een vereniging' }).check();
    await page.getByRole('textbox', { name: 'Hoe heet de vereniging?' }).fill('De Wandelvrienden');
    await page.getByText('Een feitelijke vereniging heeft geen nummer.').waitFor();
    await page.getByLabel('Telefoonnummer').fill('09 323 45 67');
    await page.getByLabel('Naam', { exact: true }).fill('Sofie Van Daele');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('link', { name: /^Op een vast nummer komt geen sms aan/ }).waitFor();
    await fillInDetails(page);
    await bookIt(page);
    const [appointment] = await town.appointments();
    expect(appointment).toMatchObject({ phone: '+3293234567', principal: { registrationNumber: null } });
    expect(complaints).toEqual([]);
  });

  test('the whole booking is done with the keyboard alone', async () => {
    const town = await openTown({
      services: [
        { called: 'Paspoort', channels: ['video', 'phone'] },
        { called: 'Rijbewijs', channels: ['video', 'phone'] },
      ],
    });
    const { page, complaints } = await createPerson(browser(), town.origin, phone);
    await page.goto(`/services/${town.slugOf('Paspoort')}`);
    await pressByKey(page, page.getByText('Nog iets regelen in dezelfde afspraak?'));
    await pressByKey(page, page.getByRole('link', { name: /Rijbewijs .*toevoegen/ }));
    await page.getByText('Samen ongeveer 30 minuten.').waitFor();
    await tabTo(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await pressByKey(page, page.getByRole('button', { name: 'Dit moment kiezen' }));
    await page.getByRole('heading', { level: 1, name: /Stap 2 van 3/ }).waitFor();
    await tabTo(page, page.getByRole('radio', { name: 'Voor mijzelf' }));
    await page.keyboard.press('ArrowDown');
    await typeInto(page, page.getByRole('textbox', { name: 'Hoe heet uw kind?' }), 'Lotte');
    await typeInto(page, page.getByLabel('Naam', { exact: true }), 'Sofie Van Daele');
    await typeInto(page, page.getByLabel('E-mailadres'), 'sofie@example.org');
    await tabTo(page, page.getByRole('checkbox', { name: 'Er komt iemand mee' }));
    await page.keyboard.press('Space');
    // Enter in a field goes on, whatever other buttons the form has.
    await page.getByLabel('E-mailadres').press('Enter');
    await page.getByRole('heading', { level: 1, name: /Stap 3 van 3/ }).waitFor();
    await pressByKey(page, page.getByRole('button', { name: 'Afspraak boeken' }));
    await page.getByText('Uw afspraak is geboekt.').waitFor();
    expect(await town.appointments()).toMatchObject([
      { needs: ['companion'], principal: { kind: 'child', name: 'Lotte' } },
    ]);
    expect(complaints).toEqual([]);
  });
});

describe('an address', () => {
  test.each([
    ['names services of which some are not there', 'with=niet-hier&with=een-vraag'],
    ['names a channel that is not offered', 'channel=chat'],
    ['names a building that is none', 'channel=counter&location=x'],
    ['names too much', Array.from({ length: 30 }, (_, index) => `with=s${index}`).join('&')],
  ])('that %s shows what there is', async (_what, query) => {
    const town = await openTown();
    const { page } = await createPerson(browser(), town.origin, plain);
    const response = await page.goto(`/services/${town.slugOf()}?${query}`);
    expect(response?.status()).toBe(200);
    expect(await page.getByRole('radio').count()).toBeGreaterThan(0);
  });
});
