import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { openCounterFor } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPictures } from './support/video.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const title = 'Laat zien dat u het bent';

/** Goes on in the window that the provider is in, and is somebody there. */
async function beSomebody(card: ReturnType<Page['getByRole']>, page: Page, name: string): Promise<Page> {
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    card.getByRole('button', { name: 'Verder naar itsme' }).click(),
  ]);
  await beside.getByText('Oefenaanbieder · itsme').waitFor();
  await beside.getByRole('button', { name }).click();
  return beside;
}

test('somebody identifies at a provider while they talk: too weakly first, then well, and the clerk sees it', async () => {
  const counter = await openCounterFor('leiebeke', 'attest-gezinssamenstelling');
  const { citizen, clerk } = await converse(browser(), counter);
  await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await clerk.page.getByRole('menuitem', { name: title }).click();
  const requests = clerk.page.locator('section', {
    has: clerk.page.getByRole('heading', { name: 'Verzoeken' }),
  });
  const card = citizen.page.getByRole('alert', { name: title });
  await card.getByText('Dit opent een nieuw venster.').first().waitFor();
  await expectAccessible(citizen.page);

  const tooLow = await beSomebody(card, citizen.page, 'Tom Hermans');
  await tooLow.getByText('Dit bewijs is niet sterk genoeg').waitFor();
  await expectAccessible(tooLow);
  await tooLow.close();
  await requests.getByText('Dit bewijs is niet sterk genoeg').waitFor();

  const well = await beSomebody(card, citizen.page, 'Sofie Van Daele');
  await well.getByText('Dit is klaar.').waitFor();
  await requests.getByText('Geïdentificeerd, niveau hoog').waitFor();
  await card.waitFor({ state: 'hidden' });
  // Nobody left the call for it.
  for (const { page } of [citizen, clerk]) await expectMovingPictures(page, 1);
  expect(well.url()).not.toContain('code=');
  await well.close();
  for (const { complaints } of [citizen, clerk]) expect(complaints).toEqual([]);
});
