import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createRequestStatement } from '../prisma/factories/request-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { receiveSms } from './support/mailbox.ts';
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

/** A number that no other test sends to, and that the provider's peer has no special answer for. */
function newNumber(): { readonly typed: string; readonly number: string } {
  const digits = String(Number.parseInt(randomUUID().slice(0, 5), 16) % 10_000).padStart(4, '0');
  return { typed: `0473 ${digits.slice(0, 2)} ${digits.slice(2)} 88`, number: `+32473${digits}88` };
}

test('what is asked goes as a link by text message and leads straight to it; another number gets the place for a code alone', async () => {
  const counter = await openCounter();
  await createRequestStatement(counter.organisation.id, counter.serviceId);
  const own = newNumber();
  await bookDirectly(counter, {
    citizenName: 'Sofie Van Daele',
    channel: 'phone',
    phone: own.number,
    phraseWords: ['klaver', 'brug'],
  });
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  const { page } = clerk;
  await page.goto('/seat');
  await page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await page.getByRole('button', { name: 'Gesprek openen' }).click();
  await page.getByText('U praat per telefoon met Sofie Van Daele').waitFor();
  await page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await page.getByRole('menuitem', { name: title }).click();

  await page.getByRole('button', { name: 'Link per sms sturen' }).click();
  const number = page.getByLabel('Mobiel nummer');
  await expect.poll(() => number.inputValue()).toBe(own.typed);
  await number.fill('09 323 45 67');
  await page.getByRole('button', { name: 'Sms versturen' }).click();
  await page.getByText('Op dit nummer komt geen sms aan.').waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  const other = newNumber();
  await number.fill(other.typed);
  await page.getByRole('button', { name: 'Sms versturen' }).click();
  await page
    .getByText(/^Sms naar 0473 \d\d \d\d 88 is (verstuurd|aangekomen)\. Zeg nu ook de code\.$/)
    .waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect((await receiveSms(other.number)).body).toMatch(/\/code$/m);
  await page.getByRole('button', { name: 'Link per sms sturen' }).click();
  await expect.poll(() => number.inputValue()).toBe(own.typed);
  await page.getByRole('button', { name: 'Sms versturen' }).click();
  await page.getByText(/^Sms naar 0473 \d\d \d\d 88 is (verstuurd|aangekomen)\.$/).waitFor();
  const { body } = await receiveSms(own.number);
  expect(body).toContain('klaver brug');
  expect(body).not.toMatch(/Sofie|Daele/);
  const link = /https?:\/\/\S+/.exec(body)?.[0] ?? '';

  const citizen = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
  await citizen.page.goto(link);
  await expectAccessible(citizen.page);
  await citizen.page.getByRole('button', { name: 'Open mijn afspraak' }).click();
  await citizen.page.waitForURL(/\/a\/[^/]+\/requests\/[0-9a-f-]{36}$/);
  await citizen.page.getByRole('heading', { name: title }).waitFor();
  await citizen.page.getByText('Wij wissen dit 30 dagen na de afspraak.').waitFor();
  await page.getByText('geopend').first().waitFor();

  // Another device is asked who this is first, and comes to the same place.
  const second = await createPerson(browser(), counter.origin);
  await second.page.goto(link);
  await second.page.getByRole('button', { name: 'Hier verdergaan' }).click();
  await second.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  // The refusal of a number that gets no texts.
  const complaints = [...citizen.complaints, ...clerk.complaints, ...second.complaints];
  expect(complaints.filter((each) => !each.includes('409'))).toEqual([]);
});

test('who can show it in no other way answers the service’s control questions on the telephone', async () => {
  const counter = await openCounter();
  const controlQuestions = [{ nl: 'In welke straat woonde u hiervoor?' }, { nl: 'Wie woont er bij u?' }];
  await createRequestStatement(counter.organisation.id, counter.serviceId, {
    settings: { level: 'substantial', mayBeShown: true, controlQuestions },
  });
  await bookDirectly(counter, { citizenName: 'Sofie Van Daele', channel: 'phone', phone: '+32470555012' });
  const { page, complaints } = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  await page.goto('/seat');
  await page.getByRole('button', { name: /Sofie Van Daele/ }).click();
  await page.getByRole('button', { name: 'Gesprek openen' }).click();
  await page.getByText('U praat per telefoon met Sofie Van Daele').waitFor();
  await page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await page.getByRole('button', { name: 'Controlevragen stellen' }).click();
  // Nobody holds a card before a camera here.
  expect(await page.getByRole('button', { name: 'Kaart bekeken' }).count()).toBe(0);
  const dialog = page.getByRole('dialog', { name: 'Controlevragen' });
  await expectAccessible(page);
  await dialog.getByRole('checkbox', { name: 'In welke straat woonde u hiervoor?' }).check();
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await dialog.getByText('Niet alle vragen zijn goed beantwoord.').waitFor();
  await dialog.getByRole('checkbox', { name: 'Wie woont er bij u?' }).check();
  await dialog.getByRole('button', { name: 'Bewaren' }).click();
  await page.getByText('Controlevragen beantwoord, geen niveau').waitFor();
  expect(complaints).toEqual([]);
});
