import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { openByShortcut, pressByKey, tabTo } from './support/keyboard.ts';
import { type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000);
afterAll(closeDatabase);

/** A clerk, and somebody to be called about an appointment of another day. */
async function askForCall(options: PersonOptions = {}) {
  const counter = await openCounter();
  const citizenName = `Burger ${randomUUID().slice(0, 8)}`;
  const startAt = inTwoDays();
  const contact = { email: null, phone: '+3293234567', phraseWords: ['klaver', 'brug'] };
  const { id, reference } = await bookDirectly(counter, { citizenName, startAt, ...contact });
  await withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
    db.callTask.create({
      data: {
        organisationId,
        appointmentId: id,
        teamId: counter.teamId,
        reason: 'bounced',
        createdAt: new Date(),
      },
    }),
  );
  const clerk = await seatClerk(browser(), counter, {}, options);
  await clerk.page.goto('/seat');
  await clerk.page.getByRole('button', { name: /^Wie belt er/ }).waitFor();
  return { counter, citizenName, reference, ...clerk };
}

const callsOf = (page: Page) => page.getByRole('button', { name: /^Te bellen/ });
const dialog = (page: Page) => page.getByRole('dialog');

describe('the call list', () => {
  test('has number and phrase; a result lets go of somebody, live, and can be taken back', async () => {
    const { counter, page, citizenName, complaints } = await askForCall();
    const colleague = await seatClerk(browser(), counter);
    await colleague.page.goto('/seat');
    await callsOf(colleague.page).waitFor();

    await callsOf(page).click();
    await dialog(page).getByRole('heading', { name: citizenName }).waitFor();
    expect(await dialog(page).getByRole('link').getAttribute('href')).toBe('tel:+3293234567');
    await dialog(page).getByText('klaver brug').waitFor();
    await dialog(page).getByText('Ons bericht kwam terug.').waitFor();
    await dialog(page).getByRole('button', { name: 'Gesproken', exact: true }).click();
    await dialog(page).getByText('Er is niemand te bellen.').waitFor();
    await callsOf(colleague.page).waitFor({ state: 'detached' });
    await dialog(page).getByRole('button', { name: 'Ongedaan maken' }).click();
    await dialog(page).getByRole('heading', { name: citizenName }).waitFor();
    await callsOf(colleague.page).waitFor();
    expect(complaints).toEqual([]);
  });

  test('keeps who did not answer, and says how often, by keyboard alone', async () => {
    const { page } = await askForCall();
    await pressByKey(page, callsOf(page));
    await pressByKey(page, dialog(page).getByRole('button', { name: 'Geen antwoord' }));
    await dialog(page)
      .getByText(/1 keer geen antwoord/)
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await callsOf(page).waitFor();
  });

  test.each([
    { ground: 'light', dark: false },
    { ground: 'dark', dark: true },
  ])('is accessible in $ground, as is the search, and fits', async ({ dark }) => {
    const { page } = await askForCall({ dark, reducedMotion: true });
    await callsOf(page).click();
    await dialog(page).getByRole('link').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await page.keyboard.press('Escape');
    await openByShortcut(page, 'Control+k', dialog(page).getByRole('textbox'));
    await dialog(page).getByRole('textbox').fill('burger');
    await dialog(page).getByText('1 afspraak gevonden.').waitFor();
    await expectAccessible(page);
    await expectFitting(page);
  });
});

describe('whoever phones', () => {
  test.each([
    ['the phrase', () => 'brug klaver'],
    ['the reference', (reference: string) => reference.toLowerCase()],
    ['the last digits of the number', () => '34567'],
  ])(
    'is found by %s, by keyboard, and the dossier opens, though it is of another day',
    async (_what, type) => {
      const { page, citizenName, reference, complaints } = await askForCall();
      await openByShortcut(page, 'Control+k', dialog(page).getByRole('textbox'));
      await page.keyboard.type(type(reference));
      await dialog(page).getByText(citizenName).waitFor();
      await page.keyboard.press('Enter');
      await dialog(page).waitFor({ state: 'detached' });
      const heading = page.getByRole('heading', { level: 2, name: citizenName });
      await heading.waitFor();
      await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.getByText('klaver brug').waitFor();
      await page.getByRole('button', { name: 'Tijd of kanaal wijzigen' }).waitFor();
      expect(complaints).toEqual([]);
    },
  );

  test('is chosen among several with the arrows, and not found in another team', async () => {
    const { counter, page } = await askForCall();
    const second = await bookDirectly(counter, { citizenName: 'Burger Zeta', startAt: inTwoDays() });
    await page.getByRole('button', { name: /^Wie belt er/ }).click();
    await dialog(page).getByRole('textbox').fill('burger');
    await dialog(page).getByText('2 afspraken gevonden.').waitFor();
    await page.keyboard.press('ArrowDown');
    const row = dialog(page).getByRole('button', { name: new RegExp(second.reference) });
    if (!(await row.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('ArrowDown');
    await tabTo(page, row);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Burger Zeta' }).waitFor();

    const stranger = await askForCall();
    await openByShortcut(stranger.page, 'Control+k', dialog(stranger.page).getByRole('textbox'));
    await stranger.page.keyboard.type('zeta');
    await dialog(stranger.page).getByText('Niets gevonden bij uw team.').waitFor();
  });
});
