import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { documentDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { eraseDocuments } from './erase-documents.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };

let counter: Counter;
beforeAll(async () => {
  counter = await createCounter();
});
afterAll(closeDatabase);

async function keepOne(overrides: Parameters<typeof createAppointment>[2]): Promise<string> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const { id: appointmentId } = await createAppointment(place, 'a secret of links', overrides);
  return withOrganisation(organisation.id, async ({ db, organisationId }) => {
    const { id } = await db.document.create({
      data: {
        organisationId,
        appointmentId,
        kind: 'brought',
        itemKey: 'mandate',
        name: 'contract.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 3,
        keptAt: new Date(now),
      },
    });
    const bytes = Uint8Array.from([1, 2, 3]);
    await db.fileChunk.create({ data: { organisationId, documentId: id, position: 0, bytes } });
    return id;
  });
}

const endedAt = (endAt: number) => ({ startAt: new Date(endAt - 900_000), endAt: new Date(endAt) });

test('documents go with their bytes some days after the appointment, at once when it is cancelled, and no others', async () => {
  const due = now - documentDays * DAY_MILLISECONDS;
  const [old, cancelled, young, coming] = [
    await keepOne(endedAt(due)),
    await keepOne({ ...endedAt(now + DAY_MILLISECONDS), state: 'cancelled', cancelledAt: new Date(now) }),
    await keepOne(endedAt(due + 1_000)),
    await keepOne(endedAt(now + 2 * DAY_MILLISECONDS)),
  ];
  expect(await eraseDocuments(clock, counter.organisation.id, 1)).toBe(2);
  const left = await withOrganisation(counter.organisation.id, async ({ db }) => ({
    documents: (await db.document.findMany()).map(({ id }) => id),
    files: (await db.fileChunk.findMany()).map(({ documentId }) => documentId),
    events: await db.event.findMany({ where: { type: 'document.erased' }, select: { payload: true } }),
  }));
  expect(left.documents.sort()).toEqual([young, coming].sort());
  expect(left.files.sort()).toEqual([young, coming].sort());
  expect(JSON.stringify(left.events)).toContain(old);
  expect(JSON.stringify(left.events)).toContain(cancelled);
});
