import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { createCounter } from '../prisma/factories/seat-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { addSeatFor, type OwnCounter, openCounter, openCounterFor, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPictures } from './support/video.ts';

const browser = shareBrowser();
const onPhone = { viewport: { width: 390, height: 844 } };
const slug = 'attest-gezinssamenstelling';
const title = 'Laat zien dat u het bent';

afterAll(closeDatabase);

const field = (page: Page) => page.getByLabel('Uw bericht');
const linesOf = (page: Page) => page.getByRole('region', { name: 'Geschreven berichten' });
const writeLine = async (page: Page, text: string) => {
  await field(page).fill(text);
  await field(page).press('Enter');
};

/** From the home page into the waiting room, in writing. */
async function startChat(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Chat met ons' }).click();
  await page.getByRole('link', { name: 'Andere dienst' }).click();
  await page.locator(`a[href="/counter?service=${slug}&by=chat"]`).click();
  await page.getByText(/^Stel gerust uw vraag\./).waitFor();
  await expect.poll(() => page.getByRole('radio', { name: /In de chat/ }).isChecked()).toBe(true);
  await page.getByLabel('Uw naam').fill(name);
  await page.getByRole('button', { name: 'Naar de wachtkamer' }).click();
  await page.waitForURL(/\/a\/[^/]+$/);
}

/** From the conversation: a call that is noted for later, and the screen to book on with what is known already. */
async function goOnLater(page: Page, context: BrowserContext, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Later terugbellen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Iemand laten terugbellen' });
  await dialog.getByRole('button', { name: 'Noteren' }).click();
  await dialog.getByText('Vul een telefoonnummer in.').waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('Telefoonnummer').fill('0470 55 61 72');
  await dialog.getByLabel('Waarover gaat het?').fill('Het attest is klaar.');
  await dialog.getByRole('button', { name: 'Noteren' }).click();
  const noted = page.getByRole('dialog', { name: 'Genoteerd' });
  await noted.getByText(/^Wij bellen 0470 55 61 72 /).waitFor();
  await noted.getByRole('button', { name: 'Sluiten' }).click();
  await noted.waitFor({ state: 'hidden' });

  const [booking] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Nieuwe afspraak' }).click(),
  ]);
  await expect.poll(() => booking.getByLabel('Naam', { exact: true }).inputValue()).toBe(name);
  await booking.getByText('Attest gezinssamenstelling').first().waitFor();
  await booking.close();
}

/** The seeded team of the service, at which a counter is open that helps in writing. */
async function seededCounter(): Promise<OwnCounter> {
  const counter = await openCounterFor('leiebeke', slug);
  return { ...counter, teamId: (await addSeatFor('leiebeke', slug)).teamId };
}

test('somebody chats from the home page, identifies, is handed over with a note and raised to video, and everything stays', async () => {
  const counter = await seededCounter();
  const [name, clerkName] = ['Sofie Van Daele', 'Mieke Verstraete'];
  // Who sat there in an earlier run may still be signed on.
  const colleague = `Joris ${randomUUID().slice(0, 8)}`;
  const clerk = await seatClerk(browser(), counter, { name: clerkName });
  await clerk.page.goto('/seat');
  const citizen = await createPerson(browser(), counter.origin, onPhone);
  await startChat(citizen.page, name);
  await citizen.page
    .getByText('Een medewerker helpt u')
    .or(citizen.page.getByText('helpt u'))
    .first()
    .waitFor();
  expect(await citizen.page.getByRole('button', { name: 'Zet beeld en geluid aan' }).count()).toBe(0);
  await expectAccessible(citizen.page);

  const row = clerk.page.getByRole('list', { name: 'Wachtkamer' }).getByRole('button', { name });
  await row.getByText('chat', { exact: true }).waitFor();
  await row.click();
  await clerk.page.getByRole('button', { name: /^Toelaten/ }).click();
  await citizen.page.getByRole('heading', { name: `Gesprek met ${clerkName}` }).waitFor();
  await clerk.page.getByText('Nog niet geïdentificeerd').first().waitFor();

  await writeLine(citizen.page, 'Ik heb een attest nodig. Mijn nummer is 85.07.30-033.28');
  await linesOf(clerk.page).getByText('Mijn nummer is ••.••.••-•••.••').waitFor();
  await writeLine(clerk.page, 'Dat kan. Eerst wil ik weten wie u bent.');
  await linesOf(citizen.page).getByText('Eerst wil ik weten wie u bent.').waitFor();
  await citizen.page.getByRole('log').getByText('Mieke Verstraete schrijft: Dat kan.').waitFor();
  for (const { page } of [citizen, clerk]) {
    await expectAccessible(page);
    await expectFitting(page);
  }

  await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await clerk.page.getByRole('menuitem', { name: title }).click();
  const card = citizen.page.getByRole('alert', { name: title });
  await card.waitFor();
  await expectAccessible(citizen.page);
  await expectFitting(citizen.page);
  const [beside] = await Promise.all([
    citizen.context.waitForEvent('page'),
    card.getByRole('button', { name: 'Verder naar itsme' }).click(),
  ]);
  await beside.getByRole('button', { name }).click();
  await beside.getByText('Dit is klaar.').waitFor();
  await beside.close();
  await clerk.page.getByText('Geïdentificeerd, niveau hoog').first().waitFor();
  await card.waitFor({ state: 'hidden' });

  const other = { ...(await createCounter(counter.organisation)), origin: counter.origin };
  const joris = await seatClerk(browser(), other, { name: colleague }, { dark: true });
  await joris.page.goto('/seat');
  await clerk.page.getByRole('button', { name: 'Collega erbij of doorgeven' }).click();
  const dialog = clerk.page.getByRole('dialog', { name: 'Een collega vragen' });
  await dialog.getByRole('radio', { name: 'Het gesprek overnemen' }).check();
  const who = dialog.getByLabel('Aan wie?');
  await who.selectOption(await who.getByRole('option').filter({ hasText: colleague }).getAttribute('value'));
  await dialog.getByLabel('Notitie').fill('Wil jij het attest maken?');
  await dialog.getByRole('button', { name: 'Vragen' }).click();
  const forwarded = joris.page.getByRole('region', { name: 'Doorgestuurd' });
  await forwarded.getByText('Wil jij het attest maken?').waitFor();
  await forwarded.getByRole('button', { name: 'Overnemen' }).click();
  await citizen.page.getByRole('heading', { name: `Gesprek met ${colleague}` }).waitFor();
  await linesOf(joris.page).getByText('Eerst wil ik weten wie u bent.').waitFor();
  await joris.page.getByText('Geïdentificeerd, niveau hoog').first().waitFor();
  await writeLine(joris.page, 'Ik maak het voor u. Zullen we even bellen met beeld?');
  await linesOf(citizen.page).getByText('Zullen we even bellen met beeld?').waitFor();

  await goOnLater(joris.page, joris.context, name);

  await joris.page.getByRole('button', { name: 'Verder met beeld' }).click();
  // Who wrote is asked, also where the browser would open the camera at once.
  await citizen.page.getByRole('heading', { name: 'Zet uw camera en microfoon aan' }).waitFor();
  await expectAccessible(citizen.page);
  // Who would rather not writes on, and may be seen whenever they like.
  await citizen.page.getByRole('button', { name: 'Ik schrijf liever verder' }).click();
  await linesOf(citizen.page).getByText('Eerst wil ik weten wie u bent.').waitFor();
  await citizen.page.getByRole('button', { name: /^Beeld uit/ }).click();
  for (const { page } of [citizen, joris]) {
    await expectMovingPictures(page, 1);
    await linesOf(page).getByText('Dat kan. Eerst wil ik weten wie u bent.').waitFor();
  }
  await joris.page.getByText('Geïdentificeerd, niveau hoog').first().waitFor();
  // The refusal of a call that is noted without a number.
  const complaints = [...citizen.complaints, ...clerk.complaints, ...joris.complaints];
  expect(complaints.filter((each) => !each.includes('409'))).toEqual([]);
});

test('a chat that is closed says on the home page when it opens, and one that does not help in writing offers none', async () => {
  const counter = await openCounter();
  const { organisation, teamId } = counter;
  const { page } = await createPerson(browser(), counter.origin, { ...onPhone, javaScript: false });
  await page.goto('/');
  expect(await page.getByText('Liever schrijven?').count()).toBe(0);
  const weekday = ((new Date().getDay() + 1) % 7) + 1;
  await withOrganisation(organisation.id, async ({ db, organisationId }) => {
    const counterOfTeam = { organisationId, teamId, isOn: true, languages: ['nl' as const], mostWaiting: 5 };
    await db.walkInCounter.create({ data: { ...counterOfTeam, channels: ['chat'] } });
    const hours = { opensAtMinute: 540, closesAtMinute: 720 };
    await db.walkInHours.create({ data: { organisationId, teamId, weekday, ...hours } });
  });
  await page.goto('/');
  const card = page.getByRole('region', { name: 'Liever schrijven?' });
  await card.getByText(/De chat is gesloten\. De chat opent .*9\.00/).waitFor();
  expect(await page.getByRole('link', { name: 'Chat met ons' }).count()).toBe(0);
});
