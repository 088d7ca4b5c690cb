import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { visitCookie } from '#shared/cookies.ts';
import { createConversation, createVisit } from '../prisma/factories/conversation-factories.ts';
import { bookDirectly, giveCookie, openCounter } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const leiebeke = inject('stack').origins.leiebeke as string;
const browser = shareBrowser();

afterAll(closeDatabase);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Somebody whose conversation has just ended, on the page of their appointment. */
async function comeOutOfConversation() {
  const counter = await openCounter();
  const { organisation, teamId, origin } = counter;
  const { id, reference } = await bookDirectly(counter);
  const visit = await createVisit(organisation.id, id);
  await createConversation(organisation.id, teamId, id, { state: 'ended', endedAt: new Date() });
  const person = await createPerson(browser(), origin, { javaScript: false });
  await giveCookie(person, origin, visitCookie(reference), visit.token);
  await person.page.goto(`/a/${reference}`);
  await heading(person.page, 'Het gesprek is klaar').waitFor();
  const opinions = () => withOrganisation(organisation.id, ({ db }) => db.surveyAnswer.findMany());
  return { ...person, opinions };
}

describe('after the conversation, without script', () => {
  test('an opinion that is too long comes back as it was typed, and is taken when it is shorter', async () => {
    const { page, opinions } = await comeOutOfConversation();
    const satisfaction = page.getByRole('group', { name: 'Bent u tevreden over dit gesprek?' });
    await satisfaction.getByRole('radio').nth(3).check();
    const long = 'Een lang verhaal. '.repeat(200).trim();
    await page.getByLabel('Wat kan beter?').fill(long);
    await press(page, 'Versturen');
    await page.getByRole('link', { name: 'Maak uw antwoord korter' }).waitFor();
    expect(await page.getByLabel('Wat kan beter?').inputValue()).toBe(long);
    expect(await satisfaction.getByRole('radio').nth(3).isChecked()).toBe(true);
    expect(await opinions()).toEqual([]);

    await page.getByLabel('Wat kan beter?').fill('Korter.');
    await press(page, 'Versturen');
    await page.getByText('Bedankt voor uw mening.').waitFor();
    expect(await opinions()).toMatchObject([
      { satisfaction: 4, easeOfUse: null, wouldUseAgain: null, improvement: 'Korter.' },
    ]);
    await page.reload();
    await page.getByText('Bedankt voor uw mening.').waitFor();
    expect(await page.getByRole('button', { name: 'Versturen' }).count()).toBe(0);
  });

  test('an empty form is given back with words, and closes nothing', async () => {
    const { page, opinions } = await comeOutOfConversation();
    await press(page, 'Versturen');
    await page.getByRole('link', { name: 'U hebt nog niets ingevuld' }).waitFor();
    expect(await opinions()).toEqual([]);
    await page.getByRole('group', { name: 'Was het gemakkelijk?' }).getByRole('radio').nth(4).check();
    await press(page, 'Versturen');
    await page.getByText('Bedankt voor uw mening.').waitFor();
    expect(await opinions()).toMatchObject([{ easeOfUse: 5 }]);
  });

  test('no opinion is as good an answer, and is asked for once', async () => {
    const { page, opinions } = await comeOutOfConversation();
    await press(page, 'Nee, bedankt');
    await page.getByText('Goed, wij vragen niets meer.').waitFor();
    await page.reload();
    await page.getByText('Goed, wij vragen niets meer.').waitFor();
    expect(await opinions()).toEqual([]);
  });
});

describe('without script', () => {
  test.each([
    [`/l/${'A'.repeat(43)}`, 'Deze link werkt niet'],
    ['/services/not-there', 'Deze pagina is er niet'],
    ['/services/not-there/privacy', 'Deze pagina is er niet'],
    ['/nothing/here', 'Deze pagina is er niet'],
    ['/a/ABCD-EFGH', 'Open uw afspraak met de link'],
  ])('%s says "%s", and leads on', async (path, title) => {
    const { page } = await createPerson(browser(), leiebeke, { javaScript: false });
    const response = await page.goto(path);
    await heading(page, title).waitFor();
    expect(response?.status()).toBe(404);
    expect(await page.title()).toMatch(path.startsWith('/a/') ? /^Uw afspraak/ : new RegExp(`^${title}`));
    await page.getByRole('link', { name: 'Bel 09 555 01 20' }).first().waitFor();
  });

  test('another language is chosen, and stays', async () => {
    const { page } = await createPerson(browser(), leiebeke, { javaScript: false });
    await page.goto('/services/rijbewijs');
    await page.locator('summary', { hasText: 'Taal' }).click();
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await heading(page, 'Führerschein').waitFor();
    expect(new URL(page.url()).pathname).toBe('/services/rijbewijs');
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });
});
