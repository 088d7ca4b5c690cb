import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openTownOfChanges, quartersFromNow } from './support/changeable.ts';
import { openLink } from './support/citizen.ts';
import { pressByKey } from './support/keyboard.ts';
import { linkIn, receiveMail } from './support/mailbox.ts';
import { type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const phone = { width: 390, height: 844 };
afterAll(closeDatabase);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

async function standInLine(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Ik wil vroeger' }).click();
  await heading(page, 'Vroeger komen').waitFor();
  await press(page, 'Zet mij in de rij');
  await page.getByText(words).waitFor();
}

/** Three appointments on three days: the first will be cancelled, the others stand in line for an earlier time. */
async function lineOfTwo(options: PersonOptions = {}) {
  const town = await openTownOfChanges();
  const [early, second, first] = [
    await town.book(quartersFromNow(96)),
    await town.book(quartersFromNow(2 * 96)),
    await town.book(quartersFromNow(3 * 96)),
  ];
  const firstPerson = await town.open(browser(), first, options);
  await standInLine(firstPerson.page, 'Niemand vroeg het voor u.');
  const secondPerson = await town.open(browser(), second, options);
  await standInLine(secondPerson.page, '1 persoon vroeg het voor u.');
  const free = async () => {
    const { page } = await town.open(browser(), early, { javaScript: false });
    await page.getByRole('link', { name: 'Afspraak annuleren' }).click();
    await press(page, 'Ja, afspraak annuleren');
    await heading(page, 'Uw afspraak is geannuleerd').waitFor();
  };
  return { town, early, first, second, firstPerson, secondPerson, free };
}

describe('an earlier time', () => {
  test('that comes free is offered to who asked first, by mail with the link, and taken without script', async () => {
    const { town, early, first, second, firstPerson, free } = await lineOfTwo({ javaScript: false });
    await free();
    const mail = await receiveMail(first.email, /^Er is een vroeger moment vrij/);
    // Whoever fetches the link takes nothing: a person's click opens it, another one accepts.
    await openLink(firstPerson, linkIn(mail.text));
    const { page } = firstPerson;
    await page.getByText('Er is een vroeger moment vrij').waitFor();
    await page.getByRole('link', { name: 'Bekijk het vroegere moment' }).click();
    await heading(page, 'Er is een vroeger moment vrij').waitFor();
    await press(page, 'Ja, dat moment neem ik');
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect((await town.read(first.id)).startAt).toEqual(early.startAt);
    expect((await town.read(second.id)).startAt).toEqual(second.startAt);
  });

  test('that is declined goes to the next, who sees it on the open page; by keyboard', async () => {
    const { town, early, first, second, firstPerson, secondPerson, free } = await lineOfTwo();
    for (const [{ page }, { reference }] of [
      [firstPerson, first],
      [secondPerson, second],
    ] as const) {
      await page.goto(`/a/${reference}`);
      await page.getByText('U staat in de rij voor een vroeger moment').waitFor();
    }
    await free();
    await firstPerson.page
      .getByRole('link', { name: 'Bekijk het vroegere moment' })
      .click({ timeout: 20_000 });
    await heading(firstPerson.page, 'Er is een vroeger moment vrij').waitFor();
    await pressByKey(
      firstPerson.page,
      firstPerson.page.getByRole('button', { name: 'Nee, ik houd mijn afspraak' }),
    );
    await firstPerson.page.getByText('Niemand vroeg het voor u.').waitFor();
    await secondPerson.page.getByText('Er is een vroeger moment vrij').waitFor({ timeout: 20_000 });
    await secondPerson.page.getByRole('link', { name: 'Bekijk het vroegere moment' }).click();
    await pressByKey(
      secondPerson.page,
      secondPerson.page.getByRole('button', { name: 'Ja, dat moment neem ik' }),
    );
    await secondPerson.page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect((await town.read(second.id)).startAt).toEqual(early.startAt);
    expect((await town.read(first.id)).startAt).toEqual(first.startAt);
  });

  test('that comes free shows on the page of the line while it is open', async () => {
    const { early, first, town, firstPerson, free } = await lineOfTwo();
    const { page, complaints } = firstPerson;
    await free();
    await heading(page, 'Er is een vroeger moment vrij').waitFor({ timeout: 20_000 });
    await page
      .getByRole('status')
      .filter({ hasText: 'Er is een vroeger moment vrij' })
      .waitFor({ state: 'attached' });
    await press(page, 'Ja, dat moment neem ik');
    await page.getByText('Uw afspraak is gewijzigd.').waitFor();
    expect((await town.read(first.id)).startAt).toEqual(early.startAt);
    expect(complaints).toEqual([]);
  });

  test('can be asked for no more, and a late yes finds it gone with words', async () => {
    const { town, first, firstPerson, free } = await lineOfTwo({ javaScript: false });
    await free();
    await receiveMail(first.email, /^Er is een vroeger moment vrij/);
    const { page } = firstPerson;
    await page.goto(`/a/${first.reference}/earlier`);
    await town.letOffersRunOut();
    await press(page, 'Ja, dat moment neem ik');
    await page.getByText('Dit moment houden wij niet meer vrij.').waitFor();
    expect((await town.read(first.id)).startAt).toEqual(first.startAt);
    await press(page, 'Ik wil niet meer vroeger');
    await page.getByRole('button', { name: 'Zet mij in de rij' }).waitFor();
  });

  test('every page of it fits the smallest screen and is accessible', async () => {
    const { first, firstPerson, free } = await lineOfTwo({ viewport: phone });
    const { page, complaints } = firstPerson;
    const look = async () => {
      await expectAccessible(page);
      await expectFitting(page);
    };
    await look();
    await free();
    await receiveMail(first.email, /^Er is een vroeger moment vrij/);
    await page.goto(`/a/${first.reference}`);
    await page.getByRole('link', { name: 'Bekijk het vroegere moment' }).waitFor();
    await look();
    await page.goto(`/a/${first.reference}/earlier`);
    await heading(page, 'Er is een vroeger moment vrij').waitFor();
    await look();
    expect(complaints).toEqual([]);
  });
});

describe('an appointment that nobody came to', () => {
  test('is marked by the rule, told politely, and leads to a new one for the same', async () => {
    const town = await openTownOfChanges();
    const sofie = await town.book(quartersFromNow(-12));
    await expect
      .poll(async () => (await town.read(sofie.id)).state, { timeout: 90_000, interval: 1_000 })
      .toBe('missed');
    const mail = await receiveMail(sofie.email, /^Wij hebben u gemist/);
    expect(mail.text).toContain('U kunt gewoon een nieuwe afspraak maken.');
    expect(mail.text).toContain(`/services/${town.slug}`);
    const { page } = await town.open(browser(), sofie, { viewport: phone });
    await heading(page, 'Deze afspraak is voorbij').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Maak een nieuwe afspraak' }).click();
    await heading(page, 'Rijbewijs').waitFor();
    await page.getByRole('navigation', { name: 'Dagen' }).waitFor();
  }, 150_000);
});
