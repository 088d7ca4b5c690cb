import { afterAll, expect, test } from 'vitest';
import { createRequestStatement } from '../prisma/factories/request-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openCounter, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const title = 'Bewijzen wie u bent';

test('somebody telephones without appointment: two clicks open the conversation, and it is one like any other', async () => {
  const counter = await openCounter();
  await createRequestStatement(counter.organisation.id, counter.serviceId);
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  const { page } = clerk;
  await page.goto('/seat');
  await page.getByRole('button', { name: 'Gesprek aan de telefoon' }).click();
  const dialog = page.getByRole('dialog', { name: 'Iemand belt zonder afspraak' });
  await dialog.getByRole('button', { name: /^service-/ }).waitFor();
  await expectAccessible(page);
  await expectFitting(page);
  // What is wrong is said, and nothing typed is lost.
  await dialog.getByLabel('Telefoonnummer').fill('12');
  await dialog.getByRole('button', { name: /^service-/ }).click();
  await dialog.getByText('Dit nummer klopt niet.').waitFor();
  expect(await dialog.getByLabel('Telefoonnummer').inputValue()).toBe('12');
  await dialog.getByLabel('Telefoonnummer').fill('');
  await dialog.getByRole('button', { name: /^service-/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('U praat per telefoon met iemand die nog niet bekend is').waitFor();
  await page.getByRole('button', { name: 'Gesprek aan de telefoon' }).waitFor({ state: 'hidden' });
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await page.getByRole('button', { name: 'Link per sms sturen' }).waitFor();
  await page.getByRole('button', { name: 'Code zeggen' }).click();
  const code = (await page.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
  const citizen = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
  await citizen.page.goto('/code');
  await citizen.page.getByLabel('Uw code').fill(code);
  await citizen.page.getByRole('button', { name: 'Ga verder' }).click();
  await citizen.page.getByRole('button', { name: 'Open mijn afspraak' }).click();
  await citizen.page.getByRole('link', { name: title }).waitFor();
  await expectAccessible(citizen.page);

  await page.getByLabel('Naam van wie belt').fill('Karim Aziz');
  await page.getByRole('button', { name: 'Naam bewaren' }).click();
  await page.getByText('U praat per telefoon met Karim Aziz').waitFor();
  await page.getByLabel('Naam van wie belt').waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Afronden' }).click();
  const ending = page.getByRole('dialog', { name: 'Gesprek afronden' });
  await ending.getByRole('radio').first().check();
  await ending.getByRole('button', { name: 'Gesprek beëindigen' }).click();
  await ending.waitFor({ state: 'hidden' });
  await page.getByText('U praat per telefoon met Karim Aziz').waitFor({ state: 'hidden' });
  const complaints = [...citizen.complaints, ...clerk.complaints];
  expect(complaints.filter((each) => !each.includes('409'))).toEqual([]);
});
