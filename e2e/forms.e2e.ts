import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { visitCookie } from '#shared/cookies.ts';
import { createVisit } from '../prisma/factories/conversation-factories.ts';
import {
  addressField,
  amountField,
  choiceField,
  createPublishedForm,
  dateField,
  everywhere,
  formOf,
  formStep,
  textField,
} from '../prisma/factories/form-factories.ts';
import { createRequest } from '../prisma/factories/request-factories.ts';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openAdministration } from './support/administration.ts';
import { converse } from './support/conversation.ts';
import { bookDirectly, giveCookie, openCounter, seatClerk } from './support/counter.ts';
import { createPerson, type PersonOptions, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const form = formOf(
  formStep('what', [
    choiceField('kind', ['party', 'course'], { label: everywhere('Wat plant men?') }),
    textField('name', { label: everywhere('Naam'), prefillFrom: 'name' }),
  ]),
  formStep('place', [addressField('where', { label: everywhere('Plaats') })], {
    condition: { field: 'kind', answer: 'party' },
  }),
  formStep(
    'cost',
    [
      textField('thing', { label: everywhere('Waarvoor') }),
      amountField('amount', { label: everywhere('Bedrag') }),
    ],
    { repeats: { least: 1, most: 3, row: everywhere('Kost') } },
  ),
  formStep('when', [dateField('day', { label: everywhere('Dag'), when: 'future' })]),
);

/** Somebody of whom this form is asked, in the browser in which they opened their link. */
async function ask(options: PersonOptions = {}) {
  const counter = await openCounter();
  const { organisation, serviceId, origin } = counter;
  const { id: formId } = await createPublishedForm(organisation.id, serviceId, form);
  const citizenName = `Burger ${randomUUID().slice(0, 8)}`;
  const { id: appointmentId, reference } = await bookDirectly(counter, {
    citizenName,
    startAt: new Date(Date.now() + 86_400_000),
  });
  const asked = { kind: 'form' as const, title: everywhere('Aanvraag'), settings: { formId } };
  const { id } = await createRequest(organisation.id, { appointmentId, serviceId }, asked);
  const visit = await createVisit(organisation.id, appointmentId);
  const person = await createPerson(browser(), origin, options);
  await giveCookie(person, origin, visitCookie(reference), visit.token);
  await person.page.goto(`/a/${reference}/requests/${id}`);
  return { ...person, counter, citizenName, id, reference };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();
const onward = (page: Page) => press(page, 'Bewaren en verder');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Fills in every step, up to the summary. */
async function fillIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Formulier invullen' }).click();
  await press(page, 'Het formulier invullen');
  await heading(page, 'what');
  await page.getByLabel('party').check();
  await onward(page);
  await heading(page, 'place');
  await page.getByLabel('Straat').fill('Veldstraat');
  await page.getByLabel('Huisnummer').fill('1');
  await page.getByLabel('Postcode').fill('9000');
  await page.getByLabel('Gemeente').fill('Gent');
  await onward(page);
  await heading(page, 'cost');
  await page.getByLabel('Waarvoor').fill('Tafels');
  await page.getByLabel('Bedrag').fill('12,50');
  await press(page, 'Toevoegen: Kost');
  await page.getByLabel('Waarvoor').nth(1).fill('Muziek');
  await page.getByLabel('Bedrag').nth(1).fill('100');
  await onward(page);
  await heading(page, 'when');
  await page.getByLabel('Dag').fill('2099-06-01');
  await onward(page);
  await heading(page, 'Klopt alles?');
}

describe.each([
  ['with script', {}],
  ['without script', { javaScript: false }],
] as const)('a form %s', (_how, options) => {
  test('is filled in step by step, looked at, sent, and read by the clerk', async () => {
    const { page, counter, citizenName, id, complaints } = await ask(options);
    await fillIn(page);
    const main = page.getByRole('main');
    for (const words of [
      'party',
      citizenName,
      'Veldstraat 1, 9000 Gent',
      /€\s12,50/,
      'Muziek',
      '1 juni 2099',
    ])
      await main.getByText(words).first().waitFor();
    await press(page, 'Versturen');
    await page.getByText('Het formulier is verstuurd').waitFor();
    const clerk = await seatClerk(browser(), counter);
    await clerk.page.goto(`/seat/forms/${id}`);
    await clerk.page.getByText('Veldstraat 1, 9000 Gent').waitFor();
    expect(complaints).toEqual([]);
  });

  test('says what is wrong at the field and above it, and loses nothing that was typed', async () => {
    const { page, citizenName } = await ask(options);
    await page.getByRole('link', { name: 'Formulier invullen' }).click();
    await press(page, 'Het formulier invullen');
    expect(await page.getByLabel('Naam').inputValue()).toBe(citizenName);
    await page.getByText('Van uw afspraak.').waitFor();
    await page.getByLabel('Naam').fill('Sofie Maes');
    await onward(page);
    await page.getByRole('alert').getByRole('link', { name: 'Nog in te vullen: Wat plant men?' }).waitFor();
    expect(await page.getByLabel('Naam').inputValue()).toBe('Sofie Maes');
    await page.getByLabel('course').check();
    await onward(page);
    await heading(page, 'cost');
    await press(page, 'Bewaren en terug');
    await heading(page, 'what');
    expect(await page.getByLabel('Naam').inputValue()).toBe('Sofie Maes');
  });
});

test('a form can be used by everybody and fits on a small screen', async () => {
  const { page } = await ask();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('link', { name: 'Formulier invullen' }).click();
  await press(page, 'Het formulier invullen');
  await heading(page, 'what');
  await expectAccessible(page);
  await expectFitting(page);
});

test('a form asked in the call is filled in beside it, and the seat sees how far it is and what was sent', async () => {
  const counter = await openCounter();
  const short = formOf(
    formStep('why', [textField('reason', { label: everywhere('Reden') })]),
    formStep('more', [textField('rest', { label: everywhere('Nog iets'), isMandatory: false })]),
  );
  await createPublishedForm(counter.organisation.id, counter.serviceId, short);
  const { citizen, clerk } = await converse(browser(), counter);
  await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await clerk.page.getByRole('menuitem', { name: 'Aanvraag' }).click();
  const card = citizen.page.getByRole('alert', { name: 'Aanvraag' });
  const [beside] = await Promise.all([
    citizen.page.waitForEvent('popup'),
    card.getByRole('link', { name: 'Formulier invullen' }).click(),
  ]);
  await press(beside, 'Het formulier invullen');
  await beside.getByLabel('Reden').fill('Daarom');
  await onward(beside);
  await heading(beside, 'more');
  await clerk.page.getByText('Ingevuld tot stap 1 van 2').waitFor();
  await onward(beside);
  await press(beside, 'Versturen');
  await beside.getByText('Het formulier is verstuurd').waitFor();
  await card.waitFor({ state: 'hidden' });
  const [read] = await Promise.all([
    clerk.page.waitForEvent('popup'),
    clerk.page.getByRole('link', { name: 'Lezen wat is ingevuld' }).click(),
  ]);
  await read.getByText('Daarom').waitFor();
});

describe('the administration of forms', () => {
  test.each([
    ['with script', {}],
    ['without script', { javaScript: false }],
  ] as const)('makes a form, shows it in another language and publishes it, %s', async (_how, options) => {
    const { page, counter } = await openAdministration(browser(), options);
    await page.goto(`/admin/services/${counter.serviceId}/forms`);
    await page.getByLabel('Naam van het formulier (Nederlands)').fill('Subsidie');
    await page.getByLabel('Naam van het formulier (Français)').fill('Subside');
    await press(page, 'Formulier toevoegen');
    await page.getByText('Voeg minstens één stap toe.').waitFor();
    await page.getByRole('link', { name: 'Stap toevoegen' }).click();
    await page.getByLabel('Titel van de stap (Nederlands)').fill('Het plan');
    await page.getByRole('button', { name: 'Bewaren', exact: true }).last().click();
    await page.getByRole('list', { name: 'Vraag toevoegen aan “Het plan”' }).getByText('Keuze').click();
    await page.getByLabel('Vraag (Nederlands)').fill('Wat wordt het?');
    await page.getByLabel('Vraag (Français)').fill('Ce sera quoi ?');
    await page.getByLabel('Keuzes, een per regel (Nederlands)').fill('Feest\nCursus');
    await page.getByRole('button', { name: 'Bewaren', exact: true }).last().click();
    await page.getByRole('link', { name: 'Wat wordt het?' }).waitFor();
    if (!('javaScript' in options)) await expectAccessible(page);
    await press(page, 'Publiceren');
    await page.getByText('Gepubliceerd, versie 1').waitFor();
    await page.getByRole('link', { name: 'Bekijken zoals de burger' }).click();
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByText('Ce sera quoi ?').waitFor();
    await page.getByLabel('Feest').waitFor();
  });
});
