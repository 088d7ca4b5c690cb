// npm run bench -- seat-day [--json]   a working day at one open seat, without the waiting: people come, drop out and leave, mails come
// in, conversations are held with picture and finished. What the page holds after each part, when all of it is gone from the screen.
import './support/stack.ts';
import { randomUUID } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { closeDatabase } from '#db/client.ts';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, VisitId } from '#journey/ids.ts';
import { createWaitingCitizen } from '../prisma/factories/seat-factories.ts';
import { report, say } from './support/figures.ts';
import { launchBrowser, type MeasuredCounter, openCounter, openSeat } from './support/people.ts';

const parts = 4;
const conversationsPerPart = 4;
const visitorsPerPart = 30;
const mailsPerPart = 6;

/** What the page holds once everything that can be collected was. */
type Holding = { readonly heapKb: number; readonly nodes: number; readonly listeners: number };

/** Something that the team's screens show. */
function happen(
  { organisation, teamId }: MeasuredCounter,
  type: string,
  change: (db: Parameters<Parameters<typeof withOrganisation>[1]>[0]['db']) => Promise<unknown>,
): Promise<void> {
  return withOrganisation(organisation.id, async (scope) => {
    await change(scope.db);
    const event = { type, actor: systemActor, payload: {}, at: Date.now() };
    await recordEvent(scope, { streams: [`team:${teamId}`], ...event });
  });
}

const rowOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) }).first();

async function come(counter: MeasuredCounter, page: Page, citizenName: string) {
  const citizen = await createWaitingCitizen(counter, { citizenName });
  await happen(counter, 'visit.arrived', async () => {});
  await rowOf(page, citizenName).waitFor();
  return citizen;
}

async function leave(counter: MeasuredCounter, page: Page, id: AppointmentId): Promise<void> {
  await happen(counter, 'appointment.erased', (db) => db.appointment.deleteMany({ where: { id } }));
  await page.getByText('Er wacht niemand.').first().waitFor();
}

/** Comes, drops out, and is gone. */
async function visit(counter: MeasuredCounter, page: Page): Promise<void> {
  const name = `Bezoeker ${randomUUID().slice(0, 8)}`;
  const { appointmentId, visitId } = await come(counter, page, name);
  await dropOut(counter, visitId);
  await page.getByText('verbindt opnieuw').first().waitFor();
  await leave(counter, page, appointmentId);
}

function dropOut(counter: MeasuredCounter, visitId: VisitId): Promise<void> {
  return happen(counter, 'visit.departed', (db) => db.presence.deleteMany({ where: { visitId } }));
}

/** A mail comes in, is opened, and is gone. */
async function mail(counter: MeasuredCounter, page: Page): Promise<void> {
  const id = randomUUID();
  const address = `${id.slice(0, 8)}@example.org`;
  const { organisation, teamId } = counter;
  await happen(counter, 'line.received', async (db) => {
    const of = { organisationId: organisation.id };
    await db.conversation.create({
      data: {
        ...of,
        id,
        teamId,
        channel: 'chat',
        startedAt: new Date(),
        means: 'email',
        contactAddress: address,
        ownAddress: 'balie@example.org',
        surveyState: 'skipped',
        lines: {
          create: {
            number: 1,
            author: 'citizen',
            text: 'Mag mijn zoon meekomen?',
            at: new Date(),
            sourceReference: id,
          },
        },
      },
    });
  });
  await rowOf(page, address).click();
  await page.getByText('Mag mijn zoon meekomen?').last().waitFor();
  await happen(counter, 'thread.erased', (db) => db.conversation.deleteMany({ where: { id } }));
  await rowOf(page, address).waitFor({ state: 'detached' });
}

/** A conversation with picture, from the list to its outcome. */
async function converse(counter: MeasuredCounter, page: Page): Promise<void> {
  const name = `Burger ${randomUUID().slice(0, 8)}`;
  const { appointmentId } = await come(counter, page, name);
  await rowOf(page, name).click();
  await page.getByText('U staat klaar').waitFor();
  await page.getByRole('button', { name: /^Toelaten/ }).click();
  await page.getByLabel('Notitie').fill('Alles besproken.');
  await page.getByRole('button', { name: 'Afronden' }).click();
  const ending = page.getByRole('dialog', { name: 'Gesprek afronden' });
  await ending.getByRole('radio', { name: 'Geregeld', exact: true }).check();
  await ending.getByRole('button', { name: 'Gesprek beëindigen' }).click();
  await ending.waitFor({ state: 'hidden' });
  await leave(counter, page, appointmentId);
}

async function hold(page: Page, devtools: CDPSession): Promise<Holding> {
  // The pointer rests nowhere, and no dossier stays open.
  await page.mouse.move(640, 780);
  await page.getByText('Kies iemand in de lijst.').waitFor();
  for (let round = 0; round < 3; round += 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { heapKb: Math.round(usedSize / 1024), nodes, listeners: jsEventListeners };
}

async function playPart(counter: MeasuredCounter, page: Page): Promise<void> {
  for (let count = 0; count < visitorsPerPart; count += 1) await visit(counter, page);
  for (let count = 0; count < mailsPerPart; count += 1) await mail(counter, page);
  for (let count = 0; count < conversationsPerPart; count += 1) await converse(counter, page);
}

const browser = await launchBrowser();
const counter = await openCounter();
const page = await openSeat(browser, counter);
// Nothing is measured in time: a busy machine may take its own.
page.setDefaultTimeout(90_000);
await page.getByText('Er wacht niemand.').first().waitFor();
const devtools = await page.context().newCDPSession(page);
await devtools.send('HeapProfiler.enable');
// The first of each loads what is loaded once.
await visit(counter, page);
await mail(counter, page);
await converse(counter, page);
const held: Holding[] = [await hold(page, devtools)];
for (let part = 1; part <= parts; part += 1) {
  await playPart(counter, page);
  held.push(await hold(page, devtools));
  say(`part ${part} of ${parts}: ${JSON.stringify(held.at(-1))}`);
}
await browser.close();
await closeDatabase();
report(
  { conversationsPerPart, visitorsPerPart, mailsPerPart, held },
  held.map(({ heapKb, nodes, listeners }, part) => ({
    after: part === 0 ? 'one of each' : `part ${part}`,
    'heap kB': heapKb,
    'DOM nodes': nodes,
    listeners,
  })),
);
