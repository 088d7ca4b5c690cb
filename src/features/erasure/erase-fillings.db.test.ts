import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { FormDefinitionId, RequestId } from '#journey/ids.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createPublishedForm,
  formOf,
  formStep,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { eraseFillings } from './erase-fillings.ts';

const now = Date.UTC(2026, 10, 24, 9);

let counter: Counter;
let definitionId: FormDefinitionId;
beforeAll(async () => {
  counter = await createCounter();
  const form = formOf(formStep('a', [textField('x')]));
  ({ definitionId } = await createPublishedForm(counter.organisation.id, counter.serviceId, form));
});
afterAll(closeDatabase);

async function fill(
  endAt: number,
  request: Parameters<typeof createRequest>[2],
  appointment: Parameters<typeof createAppointment>[2] = {},
): Promise<RequestId> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const times = { startAt: new Date(endAt - 900_000), endAt: new Date(endAt) };
  const { id: appointmentId } = await createAppointment(place, 'a secret of links', {
    ...times,
    ...appointment,
  });
  const asked = { kind: 'form' as const, ...request };
  const { id } = await createRequest(organisation.id, { appointmentId, serviceId }, asked);
  await withOrganisation(organisation.id, ({ db, organisationId }) =>
    db.formFilling.create({
      data: {
        organisationId,
        requestId: id,
        definitionId,
        sealed: new Uint8Array([1]),
        startedAt: new Date(now),
      },
    }),
  );
  return id;
}

test('what was filled in for nothing goes at once, and nothing else', async () => {
  const tomorrow = now + DAY_MILLISECONDS;
  const settledAt = new Date(now);
  const sent = { state: 'fulfilled' as const, settledAt };
  const gone = [
    await fill(tomorrow, { state: 'declined', settledAt }),
    await fill(tomorrow, { state: 'withdrawn', settledAt }),
    await fill(tomorrow, sent, { state: 'cancelled', cancelledAt: settledAt }),
  ];
  const kept = [await fill(tomorrow, sent), await fill(tomorrow + DAY_MILLISECONDS, { state: 'inProgress' })];
  expect(await eraseFillings({ now: () => now }, counter.organisation.id, 1)).toBe(gone.length);
  const left = await withOrganisation(counter.organisation.id, async ({ db }) => ({
    fillings: (await db.formFilling.findMany()).map(({ requestId }) => requestId),
    events: JSON.stringify(
      await db.event.findMany({ where: { type: 'form.erased' }, select: { payload: true } }),
    ),
  }));
  expect(left.fillings.sort()).toEqual([...kept].sort());
  for (const id of gone) expect(left.events).toContain(id);
});
