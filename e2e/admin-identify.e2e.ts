import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openAdministration } from './support/administration.ts';
import { bookDirectly, seatClerk } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

test('an administrator lets a service ask who somebody is; from then on a clerk can, in those words', async () => {
  const { page, counter, complaints } = await openAdministration(browser());
  await bookDirectly(counter, { citizenName: 'Sofie Van Daele' });
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  await clerk.page.goto('/seat');
  await clerk.page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await clerk.page.getByText('Geen vraag vooraf.').waitFor();
  expect(await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).count()).toBe(0);

  await page.goto(`/admin/services/${counter.serviceId}/identify`);
  // What is likely stands there already, in every language.
  const title = page.getByLabel('Wat de burger leest (Nederlands)');
  expect(await title.inputValue()).toBe('Laat zien dat u het bent');
  expect(await page.getByLabel('Wat de burger leest (Français)').inputValue()).toBe(
    'Montrez que c’est bien vous',
  );
  await expectAccessible(page);
  await expectFitting(page);
  const asks = page.getByRole('group', { name: 'Vraagt deze dienst wie iemand is?' });
  await asks.getByRole('radio', { name: 'Ja' }).check();
  await page
    .getByRole('group', { name: 'Wat vraagt u nog aan de aanbieder?' })
    .getByLabel('Geboortedatum')
    .check();
  await page.getByRole('button', { name: 'Vraag toevoegen' }).click();
  await page.getByLabel('Vraag (Nederlands)').fill('In welke straat woonde u hiervoor?');
  await title.fill('');
  await page.getByLabel('Wat de burger leest (Français)').fill('');
  await page.getByLabel('Wat de burger leest (English)').fill('');
  await page.getByLabel('Wat de burger leest (Deutsch)').fill('');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Vul dit in.' }).click();
  await page.keyboard.type('Toon wie u bent');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('Bewaard.').waitFor();
  expect(await asks.getByRole('radio', { name: 'Ja' }).isChecked()).toBe(true);

  await clerk.page.reload();
  await clerk.page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await clerk.page.getByRole('menuitem', { name: 'Toon wie u bent' }).click();
  await clerk.page.getByRole('heading', { name: 'Toon wie u bent' }).waitFor();

  await page.reload();
  expect(await page.getByLabel('Geboortedatum').isChecked()).toBe(true);
  expect(await page.getByLabel('Vraag (Nederlands)').inputValue()).toBe('In welke straat woonde u hiervoor?');
  expect([...complaints, ...clerk.complaints]).toEqual([]);
});
