import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { createRequestStatement } from '../prisma/factories/request-factories.ts';
import { expectAccessible } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { openCounter } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPictures } from './support/video.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const title = 'Bewijzen wie u bent';

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await page.getByRole('menuitem', { name: title }).click();
}

test('the clerk asks who somebody is in the call: put aside, declined with a reason, asked again, and shown by a card', async () => {
  const counter = await openCounter();
  await createRequestStatement(counter.organisation.id, counter.serviceId, {
    settings: { level: 'substantial', mayBeShown: true },
  });
  const { citizen, clerk } = await converse(browser(), counter);
  const requests = clerk.page.locator('section', {
    has: clerk.page.getByRole('heading', { name: 'Verzoeken' }),
  });
  await requests.getByText('Nog niet geïdentificeerd').waitFor();

  await ask(clerk.page);
  const card = citizen.page.getByRole('alert', { name: title });
  await card.getByText('Mieke Verstraete vraagt u iets').waitFor();
  await card.getByText('Artikel 6, lid 1, e) van de AVG').waitFor();
  await card.getByText('Wij wissen dit 30 dagen na de afspraak.').waitFor();
  // That the card was seen is told at the seat.
  await requests.locator('[aria-current=step]', { hasText: 'geopend' }).waitFor();
  await expectAccessible(citizen.page);
  await expectAccessible(clerk.page);
  // Pictures and sound go on beside it.
  for (const { page } of [citizen, clerk]) await expectMovingPictures(page, 1);

  await card.getByRole('button', { name: 'Niet nu' }).click();
  await requests.getByText('Legt het even opzij.').waitFor();
  await citizen.page.getByText(`Dit staat nog klaar: ${title}.`).waitFor();
  await citizen.page.getByRole('button', { name: 'Nu bekijken' }).click();

  await card.getByRole('button', { name: 'Liever niet' }).click();
  await card.getByLabel('Wilt u zeggen waarom?').fill('Ik heb mijn kaart niet bij.');
  await card.getByRole('button', { name: 'Ik doe dit liever niet' }).click();
  await requests.getByText('Ik heb mijn kaart niet bij.').waitFor();
  await card.waitFor({ state: 'hidden' });

  await requests.getByRole('button', { name: 'Opnieuw vragen' }).click();
  await card.getByText('Toon uw kaart aan de medewerker').waitFor();
  await requests.getByRole('button', { name: 'Kaart bekeken' }).click();
  const dialog = clerk.page.getByRole('dialog', { name: 'Wat hebt u gezien?' });
  await dialog.getByText('Dit telt als ‘getoond’ en is geen niveau.').waitFor();
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await requests.getByText('Kaart getoond, geen niveau').waitFor();
  await card.waitFor({ state: 'hidden' });
  for (const { complaints } of [citizen, clerk]) expect(complaints).toEqual([]);
});

test('a request that the clerk takes back leaves the citizen’s screen', async () => {
  const counter = await openCounter();
  await createRequestStatement(counter.organisation.id, counter.serviceId);
  const { citizen, clerk } = await converse(browser(), counter);
  await ask(clerk.page);
  const card = citizen.page.getByRole('alert', { name: title });
  await card.waitFor();
  await clerk.page.getByRole('button', { name: 'Intrekken' }).click();
  await card.waitFor({ state: 'hidden' });
  await clerk.page.getByText('ingetrokken').waitFor();
});
