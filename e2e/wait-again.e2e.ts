import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openLink } from './support/citizen.ts';
import { converse } from './support/conversation.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';
import { expectMovingPicture } from './support/video.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Wachtkamer' }).getByRole('button', { name: new RegExp(name) });

describe('who was called and has to wait', () => {
  test('reads why, with the camera off, and is taken again by a colleague with one click', async () => {
    const counter = await openCounter();
    const { citizen, clerk } = await converse(browser(), counter);
    await clerk.page.getByLabel('Notitie').fill('Vraagt een attest van woonst.');
    await clerk.page.getByText(/^Bewaard om/).waitFor();
    await press(clerk.page, 'Laten wachten');
    const dialog = clerk.page.getByRole('dialog', { name: 'Sofie Van Daele laten wachten' });
    await dialog.getByLabel('Opmerking voor de burger').fill('Ik haal uw attest.');
    await expectAccessible(clerk.page);
    await dialog.getByRole('button', { name: 'Laten wachten' }).click();

    await heading(citizen.page, 'U bent de volgende').waitFor();
    await heading(citizen.page, 'Wij zoeken iets voor u op').waitFor();
    await citizen.page.getByText('De medewerker zegt: “Ik haal uw attest.”').waitFor();
    await citizen.page.getByRole('button', { name: 'Zet beeld en geluid aan' }).waitFor();
    expect(await citizen.page.locator('[data-remote-video]').count()).toBe(0);
    await expectAccessible(citizen.page);
    await expectFitting(citizen.page);
    await citizen.page.reload();
    await heading(citizen.page, 'Wij zoeken iets voor u op').waitFor();
    await row(clerk.page, 'Sofie Van Daele').waitFor();

    const colleague = await seatClerk(browser(), counter, { name: 'Jonas Lootens' });
    await colleague.page.goto('/seat');
    await row(colleague.page, 'Sofie Van Daele').click();
    await colleague.page.getByText(/^Wacht opnieuw sinds .*: wij zoeken iets op\.$/).waitFor();
    await colleague.page.getByRole('button', { name: /^Toelaten/ }).click();
    await expectMovingPicture(citizen.page);
    await colleague.page.getByText('Vraagt een attest van woonst.').waitFor();
    expect([...citizen.complaints, ...clerk.complaints, ...colleague.complaints]).toEqual([]);
  });
});

describe('a message to all who wait', () => {
  test('stands on every waiting page at once, in its own language, until it is read', async () => {
    const counter = await openCounter();
    const clerk = await seatClerk(browser(), counter);
    const waiting: Page[] = [];
    for (const citizenName of ['Ahmed Yilmaz', 'Lies Maes']) {
      const { link } = await bookDirectly(counter, { citizenName });
      const person = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
      await openLink(person, link);
      waiting.push(person.page);
    }
    const [first, second] = waiting as [Page, Page];
    await clerk.page.goto('/seat');
    await row(clerk.page, 'Lies Maes').waitFor();
    await press(clerk.page, 'Bericht aan wie wacht');
    const dialog = clerk.page.getByRole('dialog', { name: 'Bericht aan iedereen die wacht' });
    await dialog.getByRole('radio', { name: 'Wij hebben een technisch probleem' }).check();
    await dialog
      .getByRole('textbox', { name: 'Eigen woorden' })
      .fill('Mijn rekening is BE68 5390 0754 7034.');
    await dialog.getByText('Hier staat een gevoelig nummer in').waitFor();
    await dialog.getByRole('textbox', { name: 'Eigen woorden' }).fill('Over vijf minuten gaan wij verder.');
    await dialog.getByRole('button', { name: 'Versturen' }).click();
    for (const page of waiting) {
      await heading(page, 'Bericht van de balie').waitFor();
      await page.getByText('Wij hebben een technisch probleem. Uw plaats blijft bewaard.').waitFor();
      await page.getByText('Over vijf minuten gaan wij verder.').waitFor();
    }
    await expectAccessible(first);
    await expectFitting(first);
    await first.reload();
    await heading(first, 'Bericht van de balie').waitFor();
    await press(first, 'Ik heb dit gelezen');
    await heading(first, 'Bericht van de balie').waitFor({ state: 'hidden' });
    await heading(second, 'Bericht van de balie').waitFor();
    await row(clerk.page, 'Ahmed Yilmaz').click();
    await clerk.page.getByText(/Gelezen .* uur\./).waitFor();
    await expectAccessible(clerk.page);
  });
});
