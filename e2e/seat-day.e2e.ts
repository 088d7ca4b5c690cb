import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { expectAccessible, expectFitting } from './support/accessibility.ts';
import { openLink } from './support/citizen.ts';
import { converse } from './support/conversation.ts';
import { bookDirectly, openCounter, seatClerk } from './support/counter.ts';
import { openByShortcut } from './support/keyboard.ts';
import { createPerson, shareBrowser } from './support/people.ts';
import { closeDatabase } from './support/product-database.ts';

const browser = shareBrowser();
afterAll(closeDatabase);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a clerk pauses by one key, closes for the day and opens again: colleagues and who waits read what is true', async () => {
  const counter = await openCounter();
  const clerk = await seatClerk(browser(), counter, { name: 'Mieke Verstraete' });
  const colleague = await seatClerk(browser(), counter, { name: 'Jonas Lootens' });
  await colleague.page.goto('/seat');
  const colleagues = colleague.page.getByRole('region', { name: 'Dag van deze balie' });
  await colleagues.getByText('Mieke Verstraete').waitFor();
  await colleague.page.getByRole('button', { name: 'Open, pauze of gesloten' }).click();
  await colleague.page.getByRole('menuitem', { name: /^Administratie/ }).click();
  await colleague.page.getByText(/^Administratie sinds/).waitFor();

  const { link } = await bookDirectly(counter, { citizenName: 'Sofie Van Daele' });
  const citizen = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
  await openLink(citizen, link);
  await citizen.page.getByText(/^U bent aan de beurt rond/).waitFor();

  const seat = clerk.page;
  await seat.goto('/seat');
  await openByShortcut(seat, 'Control+/', seat.getByRole('dialog', { name: 'Sneltoetsen' }));
  await seat.keyboard.press('Escape');
  await seat.getByRole('dialog').waitFor({ state: 'detached' });
  await seat.keyboard.press('Control+Shift+O');
  await button(seat, 'Weer open').waitFor();
  await seat.getByText(/^Pauze sinds/).waitFor();
  await citizen.page.getByText('De medewerker pauzeert even.', { exact: false }).first().waitFor();
  await colleagues.getByText(/Pauze sinds/).waitFor();

  await seat.getByRole('button', { name: 'Open, pauze of gesloten' }).click();
  await seat.getByRole('menuitem', { name: /^Andere reden/ }).click();
  const asked = seat.getByRole('dialog', { name: 'Waarom pauzeert u?' });
  await asked.getByLabel('In een paar woorden').fill('Overleg met de dienst');
  await asked.getByRole('button', { name: 'Pauzeren' }).click();
  await colleagues.getByText(/Overleg met de dienst sinds/).waitFor();

  await seat.getByRole('button', { name: 'Open, pauze of gesloten' }).click();
  await seat.getByRole('menuitem', { name: /^Sluiten voor vandaag/ }).click();
  const closing = seat.getByRole('alertdialog', { name: 'Deze balie sluiten voor vandaag?' });
  await closing.getByText('Er wacht nog 1 persoon.').waitFor();
  await closing.getByText(/Er is nu geen collega open/).waitFor();
  await expectAccessible(seat);
  await closing.getByRole('button', { name: 'Toch sluiten' }).click();
  await seat.getByText(/^Gesloten sinds/).waitFor();

  await button(seat, 'Weer open').click();
  await citizen.page.getByText(/^U bent aan de beurt rond/).waitFor();
  await expectAccessible(seat);
  await seat.setViewportSize({ width: 390, height: 844 });
  await expectFitting(seat);
  for (const { complaints } of [clerk, colleague, citizen]) expect(complaints).toEqual([]);
});

/** Writes down what the browser is asked to tell: notifications, and tones that begin. Nobody looks at this page. */
function listenIn() {
  const told: string[] = [];
  const tones: number[] = [];
  Object.assign(window, { told, tones });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when?: number) {
    tones.push(this.frequency.value);
    start.call(this, when);
  };
  class Written {
    static readonly permission = 'granted';
    static readonly requestPermission = async () => 'granted';
    constructor(title: string, { body }: { body: string }) {
      told.push(`${title}: ${body}`);
    }
  }
  Object.assign(window, { Notification: Written });
  document.hasFocus = () => false;
}
const heardOn = (page: Page) =>
  page.evaluate(() => {
    const { told, tones } = window as unknown as { told: string[]; tones: number[] };
    return { told, tones };
  });

test('a clerk is told as chosen, in one tab, without a name, not in a pause; and works with keys of the own choice', async () => {
  const counter = await openCounter();
  const clerk = await seatClerk(browser(), counter);
  const { page: seat, context } = clerk;
  await context.addInitScript(listenIn);
  await seat.goto('/seat');
  await seat.getByText('Er wacht niemand.').waitFor();
  const alerts = seat.getByRole('dialog', { name: 'Meldingen' });
  await button(seat, 'Meldingen').click();
  const arrival = alerts.getByRole('group', { name: 'Iemand komt aan' });
  const kept = seat.waitForResponse((response) => response.url().endsWith('/api/seat/preferences'));
  await arrival.getByLabel('Geluid').selectOption({ label: 'Bel' });
  await kept;
  expect((await heardOn(seat)).tones).toEqual([880, 1760]);
  const keptToo = seat.waitForResponse((response) => response.url().endsWith('/api/seat/preferences'));
  await arrival.getByLabel('Melding op mijn scherm').check();
  await keptToo;
  await arrival.getByRole('button', { name: 'Proberen' }).click();
  await expectAccessible(seat);
  await expectFitting(seat);
  await alerts.getByRole('button', { name: 'Sluiten' }).click();

  const other = await context.newPage();
  await other.goto('/seat');
  await other.getByText('Er wacht niemand.').waitFor();
  const arrive = async (citizenName: string) => {
    const { link } = await bookDirectly(counter, { citizenName });
    const citizen = await createPerson(browser(), counter.origin, { viewport: { width: 390, height: 844 } });
    await openLink(citizen, link);
    for (const page of [seat, other]) await button(page, new RegExp(citizenName)).first().waitFor();
  };
  await arrive('Sofie Van Daele');
  await expect
    .poll(() => heardOn(seat))
    .toEqual({
      told: ['Digitale balie: Er wacht 1 persoon.'],
      tones: [880, 1760, 880, 1760, 880, 1760],
    });
  expect(await heardOn(other)).toEqual({ told: [], tones: [] });
  await seat.getByRole('button', { name: 'Pauze', exact: true }).click();
  await expect.poll(() => seat.title()).toMatch(/^\(1\) Pauze,/);
  await arrive('Ahmed El Idrissi');
  await expect.poll(() => seat.title()).toMatch(/^\(2\) Pauze,/);
  expect((await heardOn(seat)).told).toHaveLength(1);

  const help = other.getByRole('dialog', { name: 'Sneltoetsen' });
  await openByShortcut(other, 'Control+/', help);
  await help.getByRole('button', { name: 'Wijzigen Zoeken wie er belt' }).click();
  await other.keyboard.press('Control+Enter');
  await help.getByText('Deze toetsen zijn al voor: De gekozen persoon toelaten.').waitFor();
  const keptKeys = other.waitForResponse((response) => response.url().endsWith('/api/seat/preferences'));
  await other.keyboard.press('Alt+Z');
  await keptKeys;
  await expectAccessible(other);
  await expectFitting(other);
  await other.reload();
  await button(other, /Alt Z$/).waitFor();
  const search = other.getByRole('dialog', { name: 'Wie belt er?' });
  await openByShortcut(other, 'Alt+Z', search);
  expect(clerk.complaints).toEqual([]);
});

test('a small window keeps the face, the microphone and who waits in sight, and goes with the call', async () => {
  const counter = await openCounter();
  const { clerk } = await converse(browser(), counter);
  const { page: seat } = clerk;
  await button(seat, 'Klein venster').click();
  await button(seat, 'Klein venster sluiten').waitFor();
  const small = await seat.evaluateHandle(() => {
    const { documentPictureInPicture } = window as unknown as {
      documentPictureInPicture: { window: Window };
    };
    return documentPictureInPicture.window;
  });
  await expect
    .poll(() => small.evaluate(({ document }) => document.querySelector('video')?.videoWidth ?? 0))
    .toBeGreaterThan(0);
  expect(await small.evaluate(({ document }) => document.body.textContent)).toContain('Er wacht niemand.');
  const font = await small.evaluate((own) => own.getComputedStyle(own.document.body).fontFamily);
  expect(font).toContain('Atkinson');
  await small.evaluate(({ document }) => document.querySelector('button')?.click());
  await button(seat, /^Geluid uit/).waitFor();
  await button(seat, 'Afronden').click();
  const ending = seat.getByRole('dialog', { name: 'Gesprek afronden' });
  await ending.getByRole('radio', { name: 'Geregeld', exact: true }).check();
  await ending.getByRole('button', { name: 'Gesprek beëindigen' }).click();
  await ending.waitFor({ state: 'hidden' });
  await expect.poll(() => small.evaluate(({ closed }) => closed)).toBe(true);
  expect(clerk.complaints).toEqual([]);
});
