import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import type { StaffActor } from '#journey/actor.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { findEntry } from './find-entry.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const clock = { now: () => now };
const linkSecret = 'link-secret-link-secret-link-secret-1';

let counter: Counter;
let clerk: StaffActor;

beforeAll(async () => {
  counter = await createCounter();
  clerk = (await createSeatedClerk(counter)).actor;
});
afterAll(closeDatabase);

async function book(daysAhead: number) {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const startAt = new Date(now + daysAhead * 86_400_000);
  return createAppointment(place, linkSecret, { startAt, citizenName: 'An Peeters' });
}

test.each([-20, 0, 20])('an appointment %d days from now is found by its id', async (daysAhead) => {
  const { id } = await book(daysAhead);
  expect(await findEntry(clock, clerk, id)).toMatchObject({
    ok: true,
    value: { appointmentId: id, citizenName: 'An Peeters' },
  });
});

test('nobody of another team finds it, nor who sits nowhere', async () => {
  const { id } = await book(3);
  const { actor: stranger } = await createSeatedClerk(await createCounter(counter.organisation));
  for (const actor of [stranger, { ...clerk, seat: null }])
    expect(await findEntry(clock, actor, id)).toEqual({ ok: false, failure: { code: 'notFound' } });
});
