import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
} from '../../../prisma/factories/seat-factories.ts';
import { findDossier } from './find-dossier.ts';
import { keepPreparationNotes } from './keep-preparation-notes.ts';

const clock = { now: () => Date.UTC(2026, 10, 24, 9) };
let counter: Counter;
let [mieke, jonas]: SeatedClerk[] = [];

beforeAll(async () => {
  counter = await createCounter();
  mieke = await createSeatedClerk(counter);
  jonas = await createSeatedClerk(counter);
});
afterAll(closeDatabase);

const keep = (
  clerk: SeatedClerk | undefined,
  id: Parameters<typeof findDossier>[1],
  text: string,
  revision: number,
) => keepPreparationNotes(clock, (clerk as SeatedClerk).actor, id, { text, revision });
const read = async (clerk: SeatedClerk | undefined, id: Parameters<typeof findDossier>[1]) =>
  (await findDossier((clerk as SeatedClerk).actor, id, 'nl'))?.preparationNotes;

test('notes of preparation are the team’s: a colleague reads them and goes on, nobody else', async () => {
  const { appointmentId: id } = await createWaitingCitizen(counter);
  expect(await read(mieke, id)).toEqual({ text: '', revision: 0 });
  expect(await keep(mieke, id, 'Vorig jaar ook al.', 0)).toEqual({ ok: true, value: { revision: 1 } });
  expect(await read(jonas, id)).toEqual({ text: 'Vorig jaar ook al.', revision: 1 });
  expect(await keep(jonas, id, 'Vorig jaar ook al. Zie brief.', 1)).toMatchObject({ ok: true });
  const stranger = await createSeatedClerk(await createCounter(counter.organisation));
  expect(await keep(stranger, id, 'x', 2)).toEqual({ ok: false, failure: { code: 'notFound' } });
  expect(await read(stranger, id)).toBeUndefined();
});

test('nobody writes over what they did not read, and the same text is no change', async () => {
  const { appointmentId: id } = await createWaitingCitizen(counter);
  await keep(mieke, id, 'Van Mieke.', 0);
  expect(await keep(jonas, id, 'Van Jonas.', 0)).toEqual({
    ok: false,
    failure: { code: 'changed', text: 'Van Mieke.', revision: 1 },
  });
  expect(await keep(jonas, id, 'Van Mieke.', 0)).toEqual({ ok: true, value: { revision: 1 } });
  const all = await Promise.all([1, 2, 3].map((count) => keep(jonas, id, `Poging ${count}`, 1)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
});

test('they are in no report, and go with the appointment', async () => {
  const { appointmentId, conversationId } = await createWaitingCitizen(counter);
  await keep(mieke, appointmentId, 'Alleen voor ons.', 0);
  const left = await withOrganisation(counter.organisation.id, async ({ db }) => {
    const conversation = await db.conversation.findFirst({ where: { id: conversationId } });
    await db.appointment.deleteMany({ where: { id: appointmentId } });
    return {
      report: conversation?.report,
      notes: await db.preparationNotes.count({ where: { appointmentId } }),
    };
  });
  expect(left).toEqual({ report: null, notes: 0 });
});
