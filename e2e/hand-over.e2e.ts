import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { createCounter } from '../prisma/factories/seat-factories.ts';
import { converse } from './support/conversation.ts';
import { openCounter, seatClerk } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPictures } from './support/video.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

/** Asks the colleague of another team, with a note. */
async function ask(page: Page, what: string, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Collega erbij of doorgeven' }).click();
  const dialog = page.getByRole('dialog', { name: 'Een collega vragen' });
  await dialog.getByRole('radio', { name: what }).check();
  await dialog.getByLabel('Aan wie?').selectOption({ index: 0 });
  await dialog.getByLabel('Notitie').fill(note);
  await dialog.getByRole('button', { name: 'Vragen' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a colleague of another team reads the note, joins for advice and leaves, and then takes the conversation over', async () => {
  const counter = await openCounter();
  const { citizen, clerk } = await converse(browser(), counter);
  const other = { ...(await createCounter(counter.organisation)), origin: counter.origin };
  const joris = await seatClerk(browser(), other, { name: 'Joris Maes' }, { dark: true });
  await joris.page.goto('/seat');
  await clerk.page.getByLabel('Notitie').fill('Boete van vorig jaar.');

  await ask(clerk.page, 'Erbij komen voor raad', 'Mag deze boete in delen betaald worden?');
  await citizen.page.getByText('Mieke Verstraete vraagt Joris Maes om erbij te komen.').waitFor();
  const forwarded = joris.page.getByRole('region', { name: 'Doorgestuurd' });
  await forwarded.getByText('Mag deze boete in delen betaald worden?').waitFor();
  await forwarded.getByRole('button', { name: 'Erbij komen' }).click();
  for (const { page } of [citizen, clerk, joris]) await expectMovingPictures(page, 2);
  await citizen.page.getByText('Joris Maes is erbij om mee te denken.').waitFor();
  await joris.page.getByRole('button', { name: 'Gesprek verlaten' }).click();
  for (const { page } of [citizen, clerk]) await expectMovingPictures(page, 1);

  await ask(clerk.page, 'Het gesprek overnemen', 'Wil jij dit afmaken?');
  await citizen.page.getByText('Mieke Verstraete geeft het gesprek door aan Joris Maes.').waitFor();
  await forwarded.getByText('Wil jij dit afmaken?').waitFor();
  await forwarded.getByRole('button', { name: 'Overnemen' }).click();
  await citizen.page.getByRole('region', { name: 'Joris Maes', exact: true }).waitFor();
  for (const { page } of [citizen, joris]) await expectMovingPictures(page, 1);
  await clerk.page.getByRole('button', { name: 'Afronden' }).waitFor({ state: 'hidden' });
  // What the first clerk noted goes along.
  await expect.poll(() => joris.page.getByLabel('Notitie').inputValue()).toBe('Boete van vorig jaar.');
  await joris.page.getByRole('button', { name: 'Afronden' }).waitFor();
  for (const { complaints } of [citizen, clerk, joris]) expect(complaints).toEqual([]);
});
