import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { AppointmentId } from '#journey/ids.ts';
import { deriveSheetCode, hashSheetCode } from '#shared/sheet-code.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, openCounter } from './support/counter.ts';
import { pressByKey, typeInto } from './support/keyboard.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase, linkSecret } from './support/product-database.ts';

const browser = shareBrowser();
const phone = { width: 390, height: 844 };

afterAll(closeDatabase);

/** An appointment of somebody who has nothing but a sheet of paper. */
async function bookOnPaper() {
  const counter = await openCounter();
  const id = randomUUID() as AppointmentId;
  const code = deriveSheetCode(linkSecret, id);
  const contact = { id, email: null, sheetCodeHash: hashSheetCode(linkSecret, code) };
  const { reference } = await bookDirectly(counter, contact);
  return { counter, code, reference };
}

describe('the code of a printed sheet', () => {
  test('opens the appointment on a phone, by keyboard, from the foot of any page', async () => {
    const { counter, code, reference } = await bookOnPaper();
    const { page, complaints, context } = await createPerson(browser(), counter.origin, { viewport: phone });
    await page.goto('/');
    await pressByKey(page, page.getByRole('link', { name: 'Ik heb een code' }));
    await page.getByRole('heading', { name: 'Open uw afspraak met een code' }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
    await typeInto(page, page.getByLabel('Uw code'), ` ${code.toLowerCase().replace('-', '   ')}`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/code/whose');
    await expectAccessible(page);
    await expectFitting(page);
    expect(await page.content()).not.toContain('Sofie Van Daele');
    await pressByKey(page, page.getByRole('button', { name: 'Open mijn afspraak' }));
    await page.waitForURL(`**/a/${reference}`);
    const cookies = await context.cookies(counter.origin.replace('http:', 'https:'));
    expect(cookies.map(({ name }) => name)).not.toContain('__Host-code');
    expect(complaints).toEqual([]);
  });

  test('opens it without script too', async () => {
    const { counter, code, reference } = await bookOnPaper();
    const { page } = await createPerson(browser(), counter.origin, { javaScript: false, viewport: phone });
    await page.goto('/code');
    await page.getByLabel('Uw code').fill('0000');
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await page.getByRole('alert').getByText('Deze code kennen wij niet.').waitFor();
    expect(await page.getByLabel('Uw code').inputValue()).toBe('0000');
    await page.getByLabel('Uw code').fill(code);
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await page.getByRole('button', { name: 'Open mijn afspraak' }).click();
    await page.waitForURL(`**/a/${reference}`);
  });

  test('gives the same answer for every miss, and asks who this is when it is open elsewhere', async () => {
    const { counter, code } = await bookOnPaper();
    const stranger = await bookOnPaper();
    const { page } = await createPerson(browser(), counter.origin);
    const answers: (string | null)[] = [];
    for (const typed of ['', 'abc', '7K2MQ-X4D9P', stranger.code, 'UUUUU UUUUU']) {
      await page.goto('/code');
      await page.getByLabel('Uw code').fill(typed);
      await page.getByRole('button', { name: 'Ga verder' }).click();
      answers.push(await page.getByRole('alert').filter({ hasText: 'Er klopt iets niet' }).textContent());
    }
    expect(new Set(answers.slice(1)).size).toBe(1);
    await expectAccessible(page);

    const first = await createPerson(browser(), counter.origin);
    for (const person of [first, { page }]) {
      await person.page.goto('/code');
      await person.page.getByLabel('Uw code').fill(code);
      await person.page.getByRole('button', { name: 'Ga verder' }).click();
      await person.page.waitForURL('**/code/whose');
      if (person === first) await person.page.getByRole('button', { name: 'Open mijn afspraak' }).click();
    }
    await page.getByRole('heading', { name: 'Ik ben het zelf' }).waitFor();
  });

  test('leads to words, not to an error, when the page of a found code is reloaded much later', async () => {
    const { counter } = await bookOnPaper();
    const { page } = await createPerson(browser(), counter.origin);
    await page.goto('/code/whose');
    await page.waitForURL('**/code');
    await page.getByRole('heading', { name: 'Open uw afspraak met een code' }).waitFor();
  });
});

describe('a device that yielded to another one', () => {
  test('takes the appointment back with a click', async () => {
    const { counter, code } = await bookOnPaper();
    const open = async (button: string) => {
      const person = await createPerson(browser(), counter.origin, { viewport: phone });
      await person.page.goto('/code');
      await person.page.getByLabel('Uw code').fill(code);
      await person.page.getByRole('button', { name: 'Ga verder' }).click();
      await person.page.getByRole('button', { name: button }).click();
      await person.page.waitForURL('**/a/*');
      return person.page;
    };
    const one = await open('Open mijn afspraak');
    const other = await open('Hier verdergaan');
    const moved = { name: 'U ging verder op een ander toestel' };
    await one.getByRole('heading', moved).waitFor();
    await expectAccessible(one);
    await one.getByRole('button', { name: 'Hier verdergaan' }).click();
    await one.getByRole('heading', moved).waitFor({ state: 'detached' });
    await other.getByRole('heading', moved).waitFor();
  });
});

describe('whoever tried too often', () => {
  test('reads so on a designed page in their language, with a way on', async () => {
    const counter = await openCounter();
    // Of its own: other tests look behind an unknown link too.
    const token = 'T'.repeat(43);
    const { page } = await createPerson(browser(), counter.origin, { locale: 'fr-BE', viewport: phone });
    let status = 0;
    for (let tries = 0; tries < 40 && status !== 429; tries += 1)
      status = (await page.goto(`/l/${token}`))?.status() ?? 0;
    expect(status).toBe(429);
    await page.getByRole('link', { name: 'Réessayer' }).waitFor();
    await expectAccessible(page);
    await expectFitting(page);
  });
});
