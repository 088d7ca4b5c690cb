import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openLink } from './support/citizen.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { openByShortcut } from './support/keyboard.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a clerk pauses by one key, closes for the day and opens again: colleagues and who waits read what is true', async () => {
  const counter = await openCounter();
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  const colleague = await seatClerk(browser(), counter, { name: 'Jonas Lootens' });
  await colleague.page.goto('/seat');
  const colleagues = colleague.page.getByRole('region', { name: 'Dag van deze balie' });
  await colleagues.getByText('Mieke Verstraete').waitFor();
  await colleague.page.getByRole('button', { name: 'Open, pauze of gesloten' }).click();
  await colleague.page.getByRole('menuitem', { name: /^Administratie/ }).click();
  await colleague.page.getByText(/^Administratie sinds/).waitFor();

  const { link } = await bookDirectly(counter, { citizenName: 'Sofie Van Daele' });
  const citizen = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
  await openLink(citizen, link);
  await citizen.page.getByText(/^U bent aan de beurt rond/).waitFor();

  const seat = clerk.page;
  await seat.goto('/seat');
  await openByShortcut(seat, 'Control+Shift+O', button(seat, 'Weer open'));
  await seat.getByText(/^Pauze sinds/).waitFor();
  await citizen.page.getByText('De medewerker pauzeert even.', { exact: false }).first().waitFor();
  await colleagues.getByText(/Pauze sinds/).waitFor();

  await seat.getByRole('button', { name: 'Open, pauze of gesloten' }).click();
  await seat.getByRole('menuitem', { name: /^Andere reden/ }).click();
  const asked = seat.getByRole('dialog', { name: 'Waarom pauzeert u?' });
  await asked.getByLabel('In een paar woorden').fill('Overleg met de dienst');
  await asked.getByRole('button', { name: 'Pauzeren' }).click();
  await colleagues.getByText(/Overleg met de dienst sinds/).waitFor();

  await seat.getByRole('button', { name: 'Open, pauze of gesloten' }).click();
  await seat.getByRole('menuitem', { name: /^Sluiten voor vandaag/ }).click();
  const closing = seat.getByRole('alertdialog', { name: 'Deze balie sluiten voor vandaag?' });
  await closing.getByText('Er wacht nog 1 persoon.').waitFor();
  await closing.getByText(/Er is nu geen collega open/).waitFor();
  await expectAccessible(seat);
  await closing.getByRole('button', { name: 'Toch sluiten' }).click();
  await seat.getByText(/^Gesloten sinds/).waitFor();

  await button(seat, 'Weer open').click();
  await citizen.page.getByText(/^U bent aan de beurt rond/).waitFor();
  await expectAccessible(seat);
  await seat.setViewportSize({ width: 390, height: 844 });
  await expectFitting(seat);
  for (const { complaints } of [clerk, colleague, citizen]) expect(complaints).toEqual([]);
});
