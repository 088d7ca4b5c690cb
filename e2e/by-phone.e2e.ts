import { afterAll, expect, test } from 'vitest';
import { createRequestStatement } from '../prisma/factories/request-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const title = 'Bewijzen wie u bent';

test('a conversation by telephone: nobody picks up, then somebody does, comes to what is asked by six digits, and it ends', async () => {
  const counter = await openCounter();
  await createRequestStatement(counter.organisation.id, counter.serviceId);
  await bookDirectly(counter, {
    citizenName: 'Sofie Van Daele',
    channel: 'phone',
    phone: '+32470555012',
  });
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  const { page } = clerk;
  await page.goto('/seat');
  await page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  const open = page.getByRole('button', { name: 'Gesprek openen' });
  await open.click();
  await page.getByText('U praat per telefoon met Sofie Van Daele').waitFor();
  await page.getByRole('button', { name: 'Niemand nam op' }).click();
  await open.click();
  await page.getByText('U praat per telefoon met Sofie Van Daele').waitFor();

  await page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await page.getByRole('button', { name: 'Code zeggen' }).click();
  await page.getByText(/Zeg deze cijfers\. De burger typt ze op \S+\/code\./).waitFor();
  const code = (await page.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
  await expectAccessible(page);

  const citizen = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
  await citizen.page.goto('/code');
  await citizen.page.getByLabel('Uw code').fill(code);
  await citizen.page.getByRole('button', { name: 'Ga verder' }).click();
  await citizen.page.getByRole('button', { name: 'Open mijn afspraak' }).click();
  await citizen.page.getByRole('link', { name: title }).click();
  await citizen.page.getByText('Wij wissen dit 30 dagen na de afspraak.').waitFor();
  await expectAccessible(citizen.page);
  await expectFitting(citizen.page);
  await citizen.page.getByText('Liever niet', { exact: true }).click();
  await citizen.page.getByLabel('Wilt u zeggen waarom?').fill('Ik heb geen app.');
  await citizen.page.getByRole('button', { name: 'Ik doe dit liever niet' }).click();
  await citizen.page.getByText('Er is niets verstuurd.').waitFor();
  await page.getByText('Ik heb geen app.').waitFor();

  await page.getByRole('button', { name: 'Afronden' }).click();
  const dialog = page.getByRole('dialog', { name: 'Gesprek afronden' });
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Gesprek beëindigen' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('U praat per telefoon met Sofie Van Daele').waitFor({ state: 'hidden' });
  expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
});
