import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { converse } from './support/conversation.ts';
import { openCounter } from './support/counter.ts';
import { shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();

afterAll(closeDatabase);

const field = (page: Page) => page.getByLabel('Uw bericht');
const writeLine = async (page: Page, text: string) => {
  await field(page).fill(text);
  await field(page).press('Enter');
};
const linesOf = (page: Page) => page.getByRole('region', { name: 'Geschreven berichten' });

test('what both write beside the picture comes over once, also after a reload and without network', async () => {
  const { citizen, clerk } = await converse(browser(), await openCounter(), { clerk: { dark: true } });
  await writeLine(clerk.page, 'Hoort u mij goed?');
  const button = citizen.page.getByRole('button', { name: /^Chat/ });
  await citizen.page.getByRole('button', { name: 'Chat 1 nieuw bericht' }).click();
  await linesOf(citizen.page).getByText('Hoort u mij goed?').waitFor();
  expect(await button.textContent()).toBe('Chat');
  await expectAccessible(citizen.page);
  await expectFitting(citizen.page);

  await field(citizen.page).fill('Mijn nummer is 85.07.30-033.28');
  await citizen.page.getByText('In uw bericht staat een rijksregisternummer.').waitFor();
  await field(citizen.page).press('Enter');
  await linesOf(clerk.page).getByText('Mijn nummer is ••.••.••-•••.••').waitFor();
  await clerk.page.getByRole('button', { name: 'Chat 1 nieuw bericht' }).click();
  await expectAccessible(clerk.page);
  await expectFitting(clerk.page);

  await citizen.context.setOffline(true);
  await writeLine(citizen.page, 'Eerst dit');
  await writeLine(citizen.page, 'https://example.org <b>dan dit</b>');
  await expect.poll(() => citizen.page.getByText('Nog niet verstuurd.').count()).toBe(2);
  await field(citizen.page).fill('Nog niet af');
  await citizen.context.setOffline(false);
  await linesOf(clerk.page).getByText('https://example.org <b>dan dit</b>').waitFor();
  expect(await clerk.page.getByRole('link', { name: 'https://example.org' }).count()).toBe(0);

  await citizen.page.reload();
  await citizen.page.getByRole('button', { name: /^Chat/ }).click();
  await linesOf(citizen.page).getByText('Eerst dit').waitFor();
  expect(await field(citizen.page).inputValue()).toBe('Nog niet af');
  for (const { page } of [citizen, clerk])
    expect(await linesOf(page).getByRole('listitem').allInnerTexts()).toMatchObject([
      expect.stringContaining('Hoort u mij goed?'),
      expect.stringContaining('••'),
      expect.stringContaining('Eerst dit'),
      expect.stringContaining('dan dit'),
    ]);

  await clerk.page.getByLabel('Laat meelezen terwijl ik typ').check();
  await field(clerk.page).pressSequentially('Bedoelt u 8507');
  await citizen.page.getByText('Bedoelt u …').waitFor();
  await field(clerk.page).pressSequentially(' stuks');
  await citizen.page.getByText('Bedoelt u 8507 stuks').waitFor();
  await field(clerk.page).press('Enter');
  await linesOf(citizen.page).getByText('Bedoelt u 8507 stuks').waitFor();
  await citizen.page.getByText('Mieke Verstraete typt:').first().waitFor({ state: 'detached' });

  await field(citizen.page).fill('a'.repeat(2_001));
  await field(citizen.page).press('Enter');
  await citizen.page.getByText('Uw bericht telt 2.001 tekens.').waitFor();
  expect(await field(citizen.page).inputValue()).toHaveLength(2_001);
  await field(citizen.page).evaluate((area) => {
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'bewijs.pdf'));
    area.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  });
  await citizen.page.getByText('Bestanden gaan niet via de chat.').waitFor();
});

test('a photo that the clerk asks for is taken and looked at by the citizen, and comes with the documents', async () => {
  const { citizen, clerk } = await converse(browser(), await openCounter());
  await clerk.page.getByRole('button', { name: 'Meer', exact: true }).click();
  await clerk.page.getByLabel('Waarvan?').fill('De achterkant van uw kaart');
  await clerk.page.getByRole('button', { name: 'Vraag Sofie Van Daele een foto' }).click();
  await citizen.page.getByText('De achterkant van uw kaart').waitFor();
  await expectAccessible(citizen.page);
  await expectFitting(citizen.page);
  await citizen.page.getByRole('button', { name: 'Foto nemen met deze camera' }).click();
  await citizen.page.getByAltText('Uw foto, zoals u ze verstuurt').waitFor();
  await clerk.page.getByText('Wij wachten op de foto van Sofie Van Daele.').waitFor();
  await citizen.page.getByRole('button', { name: 'Foto versturen' }).click();
  await citizen.page.getByText('De achterkant van uw kaart').waitFor({ state: 'detached' });
  const documents = clerk.page.getByRole('list', { name: 'Documenten' });
  await documents
    .getByText(/De achterkant van uw kaart/)
    .first()
    .waitFor();
  expect([...citizen.complaints, ...clerk.complaints]).toEqual([]);
});
