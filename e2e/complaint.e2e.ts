import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openLink } from './support/citizen.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

test('a complaint is made without script, confirmed, and dealt with by a supervisor', async () => {
  const counter = await openCounter();
  const { link } = await bookDirectly(counter);
  const phone = { viewport: { width: 390, height: 844 } };
  const citizen = await createPerson(browser(), counter.origin, { ...phone, javaScript: false });
  await openLink(citizen, link);
  const way = citizen.page.getByRole('link', { name: /^Niet tevreden\? Dien een klacht in/ });
  // In a window of its own: who waits stays in the waiting room.
  const [page] = await Promise.all([citizen.context.waitForEvent('page'), way.click()]);
  await page.getByRole('button', { name: 'Klacht versturen' }).click();
  await page.getByRole('link', { name: 'Vertel wat er gebeurd is.' }).waitFor();
  await expectFitting(page);
  await page.getByLabel('Het wachten').check();
  await page.getByLabel('Wat is er gebeurd?').fill('Ik wachtte een uur.');
  await page.getByRole('button', { name: 'Klacht versturen' }).click();
  await page.getByRole('heading', { name: 'Uw klacht is bewaard.' }).waitFor();

  const supervisor = await seatClerk(browser(), counter, { roles: ['supervisor'] });
  await supervisor.page.goto('/insights/conduct');
  await supervisor.page.getByText('Ik wachtte een uur.').waitFor();
  await expectAccessible(supervisor.page);
  await expectFitting(supervisor.page);
  await supervisor.page.getByRole('button', { name: /^Afgehandeld/ }).click();
  await supervisor.page.getByText('Afgehandeld, wordt na 90 dagen gewist').waitFor();
  expect(supervisor.complaints).toEqual([]);
});
