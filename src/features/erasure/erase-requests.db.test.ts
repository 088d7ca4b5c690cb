import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { RequestId } from '#journey/ids.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createWaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { eraseRequests } from './erase-requests.ts';

const now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };

let counter: Counter;
beforeAll(async () => {
  counter = await createCounter();
});
afterAll(closeDatabase);

/** An identification asked in an appointment that ended then, and fulfilled. */
async function keepOne(endAt: number, keptDays: number): Promise<RequestId> {
  const { organisation, serviceId } = counter;
  const { appointmentId, visitId } = await createWaitingCitizen(counter, {
    startAt: new Date(endAt - 900_000),
    endAt: new Date(endAt),
  });
  const settledAt = new Date(endAt);
  const { id } = await createRequest(
    organisation.id,
    { appointmentId, serviceId },
    { keptDays, state: 'fulfilled', settledAt },
  );
  await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.identification.create({
      data: {
        organisationId,
        requestId: id,
        visitId,
        level: 'high',
        provider: 'itsme',
        method: 'app',
        name: 'Sofie Maes',
        identifiedAt: settledAt,
        evidence: {},
      },
    }),
  );
  return id;
}

test('a request goes with what came of it as many days after the appointment as it said, and no other', async () => {
  const month = now - 30 * DAY_MILLISECONDS;
  const [old, atOnce] = [await keepOne(month, 30), await keepOne(now - 1_000, 0)];
  const [young, longer, coming] = [
    await keepOne(month + 1_000, 30),
    await keepOne(month, 31),
    await keepOne(now + DAY_MILLISECONDS, 0),
  ];
  expect(await eraseRequests(clock, counter.organisation.id, 1)).toBe(2);
  const left = await withOrganisation(counter.organisation.id, async ({ db }) => ({
    requests: (await db.request.findMany()).map(({ id }) => id),
    identifications: (await db.identification.findMany()).map(({ requestId }) => requestId),
    events: await db.event.findMany({ where: { type: 'request.erased' }, select: { payload: true } }),
  }));
  expect(left.requests.sort()).toEqual([young, longer, coming].sort());
  expect(left.identifications.sort()).toEqual([young, longer, coming].sort());
  expect(JSON.stringify(left.events)).toContain(old);
  expect(JSON.stringify(left.events)).toContain(atOnce);
});
