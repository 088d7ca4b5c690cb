import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { createRequest } from '../prisma/factories/request-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openLink } from './support/citizen.ts';
import { converse } from './support/conversation.ts';
import { bookDirectly, openCounterFor, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
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

test('who goes on on another device chooses there the number that it shows, and what was proved comes along', async () => {
  const counter = await openCounterFor('leiebeke', 'attest-gezinssamenstelling');
  const { link, id: appointmentId } = await bookDirectly(counter, { citizenName: 'Sofie Van Daele' });
  const { organisation, serviceId } = counter;
  const settings = { level: 'high', attributes: ['name'] };
  await createRequest(organisation.id, { appointmentId, serviceId }, { settings });
  const phone = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
  await openLink(phone, link);
  await phone.page.getByRole('link', { name: 'Bewijzen wie u bent' }).click();
  await phone.page.getByRole('button', { name: 'Verder naar itsme' }).click();
  const person = phone.page.getByRole('button', { name: 'Sofie Van Daele' });
  await person.waitFor();
  const provider = `request to ${new URL(phone.page.url()).host}`;
  await person.click();
  await phone.page.getByText('Dit is klaar.').waitFor();
  await phone.page.goto(`${counter.origin}/a/${new URL(phone.page.url()).pathname.split('/')[2]}`);

  const laptop = await createPerson(browser(), counter.origin, { viewport: { width: 1440, height: 900 } });
  await laptop.page.goto(link);
  await laptop.page.getByRole('button', { name: 'Hier verdergaan' }).click();
  const notice = laptop.page.getByRole('status').filter({ hasText: 'U bewees al wie u bent' });
  const number = (await notice.getByText(/^\d{2}$/).textContent()) ?? '';
  await expectAccessible(laptop.page);
  const choice = phone.page.getByRole('group', { name: 'Welk getal staat op uw andere toestel?' });
  await choice.waitFor();
  await expectAccessible(phone.page);
  await expectFitting(phone.page);
  await choice.getByRole('button', { name: number, exact: true }).click();
  await phone.page.getByText('Dat klopt.').waitFor();
  await notice.waitFor({ state: 'hidden' });

  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  await clerk.page.goto('/seat');
  await clerk.page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await clerk.page.getByText('Geïdentificeerd, niveau hoog').waitFor();
  for (const { complaints } of [phone, laptop, clerk])
    expect(complaints.filter((each) => each !== provider)).toEqual([]);
});
