import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { FormContent } from '#journey/forms/form-definition.ts';
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

/** Sofie and Mieke in conversation, with a form that Sofie began beside the call and Mieke opened at the seat. */
async function fillInTogether(content: FormContent, clerkOptions: PersonOptions = {}) {
  const counter = await openCounter();
  await createPublishedForm(counter.organisation.id, counter.serviceId, content);
  const { citizen, clerk } = await converse(browser(), counter, { clerk: clerkOptions });
  await clerk.page.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await clerk.page.getByRole('menuitem', { name: 'Aanvraag' }).click();
  const [beside] = await Promise.all([
    citizen.page.waitForEvent('popup'),
    citizen.page.getByRole('link', { name: 'Formulier invullen' }).click(),
  ]);
  await press(beside, 'Het formulier invullen');
  await clerk.page.getByRole('button', { name: 'Samen invullen' }).click();
  return { citizen, clerk, beside, seat: clerk.page };
}

/** Types letter by letter, as people do. */
const type = (page: Page, label: string, text: string) =>
  page.getByLabel(label).pressSequentially(text, { delay: 30 });

const holds = (page: Page, label: string, text: string) =>
  expect.poll(() => page.getByLabel(label).inputValue(), { timeout: 10_000 }).toBe(text);

describe('a form filled in together in the call', () => {
  test('shows each what the other fills in and where, and only the citizen sends it', async () => {
    const together = formOf(
      formStep('why', [
        textField('reason', { label: everywhere('Reden') }),
        textField('place', { label: everywhere('Waar') }),
        choiceField('kind', ['party', 'course'], { label: everywhere('Soort') }),
      ]),
      formStep('more', [textField('extra', { label: everywhere('Extra') })], {
        condition: { field: 'kind', answer: 'party' },
      }),
    );
    const { citizen, clerk, beside, seat } = await fillInTogether(together);
    await beside.getByText('U vult dit formulier samen in met Mieke Verstraete').waitFor();

    await type(beside, 'Reden', 'Wij vieren feest');
    await holds(seat, 'Reden', 'Wij vieren feest');
    await seat.getByText('Sofie Van Daele is hier').first().waitFor();

    await type(seat, 'Waar', 'Op het plein');
    await holds(beside, 'Waar', 'Op het plein');
    await beside.getByText('Mieke Verstraete is hier').waitFor();
    await beside.getByText('Ingevuld door de medewerker. U kunt het aanpassen.').waitFor();
    await seat.getByLabel('party').check();
    await expect.poll(() => beside.getByLabel('party').isChecked(), { timeout: 10_000 }).toBe(true);
    await expectAccessible(beside);
    await expectFitting(beside);

    // The citizen's own words stand over the clerk's, and nothing asks twice.
    await beside.getByLabel('Waar').fill('In het park');
    await holds(seat, 'Waar', 'In het park');
    await onward(beside);
    await heading(beside, 'more');
    await seat.getByLabel('Extra').waitFor();
    await type(seat, 'Extra', 'Met muziek');
    await holds(beside, 'Extra', 'Met muziek');
    await onward(beside);
    await heading(beside, 'Klopt alles?');
    await beside.getByText('Ingevuld door de medewerker').first().waitFor();
    // The chat has a button of that name.
    const asked = seat.getByRole('heading', { name: 'Verzoeken' });
    const requests = seat.locator('section', { has: asked }).last();
    await requests.getByRole('button', { name: '1. why' }).waitFor();
    expect(await requests.getByRole('button', { name: 'Versturen' }).count()).toBe(0);

    // What the clerk still changes is on the summary before it is sent.
    await seat.getByRole('button', { name: '1. why' }).click();
    await seat.getByLabel('Reden').fill('Wij vieren feest op zondag');
    await beside.getByText('Wij vieren feest op zondag').waitFor();
    await press(beside, 'Versturen');
    await beside.getByText('Het formulier is verstuurd').waitFor();

    for (const [page, link] of [
      [beside, 'Bewaar als PDF'],
      [await openSent(seat), 'Bewaar als PDF'],
    ] as const) {
      const { name, text } = await download(page, link);
      expect(name).toMatch(/^formulier-\d{4}-\d{2}-\d{2}\.pdf$/);
      for (const words of ['Aanvraag', 'Wij vieren feest op zondag', 'In het park', 'Met muziek'])
        expect(text).toContain(words);
    }
    expect(citizen.complaints).toEqual([]);
    expect(clerk.complaints).toEqual([]);
  });

  test('gives the clerk no number that the citizen should not send', async () => {
    const open = formOf(formStep('why', [textField('reason', { label: everywhere('Reden') })]));
    const { beside, seat } = await fillInTogether(open);
    await type(beside, 'Reden', 'Ik ben 85.07.30-033.28');
    await beside.getByRole('button', { name: 'Bewaren en verder' }).last().focus();
    await beside.getByText('Er stond een nummer dat beter niet verstuurd wordt').waitFor();
    await expect.poll(() => seat.getByLabel('Reden').inputValue()).toMatch(/^Ik ben \D+$/);
  });
});

async function openSent(seat: Page): Promise<Page> {
  const [read] = await Promise.all([
    seat.waitForEvent('popup'),
    seat.getByRole('link', { name: 'Lezen wat is ingevuld' }).click(),
  ]);
  return read;
}

/** Saves a file as a browser does, and reads it back. */
async function download(page: Page, link: string): Promise<{ name: string; text: string }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  const data = new Uint8Array(await readFile(await saved.path()));
  const pdf = await getDocument({ data, useSystemFonts: false }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return { name: saved.suggestedFilename(), text: text.replace(/\s+/g, ' ') };
}

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
