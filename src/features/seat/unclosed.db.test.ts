import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { markTookPlace } from '#features/changes/mark-took-place.ts';
import type { StaffActor } from '#journey/actor.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createConversation } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { readSeatView } from './queue-view.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const day = 86_400_000;
const clock = { now: () => now };
const linkSecret = 'link-secret-link-secret-link-secret-1';

let counter: Counter;
let clerk: StaffActor;

beforeAll(async () => {
  counter = await createCounter();
  clerk = (await createSeatedClerk(counter)).actor;
});
afterAll(closeDatabase);

async function book(
  days: number,
  overrides: Parameters<typeof createAppointment>[2],
  { organisation, teamId, serviceId }: Counter = counter,
) {
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  return createAppointment(place, linkSecret, { startAt: new Date(now + days * day), ...overrides });
}

const unclosed = async () =>
  (await readSeatView(clock, clerk, 'Europe/Brussels'))?.unclosed.map(({ appointmentId }) => appointmentId);

test('calls and visits of earlier days stay in sight until somebody says what became of them', async () => {
  const visit = await book(-40, { channel: 'counter' });
  const call = await book(-1, { channel: 'phone', phone: '+3292345678' });
  await book(0, { channel: 'phone' });
  await book(1, { channel: 'counter' });
  await book(-2, { channel: 'video' });
  await book(-2, { channel: 'phone', state: 'cancelled', cancelledAt: new Date(now), cancelledBy: 'staff' });
  const held = await book(-2, { channel: 'phone' });
  await createConversation(counter.organisation.id, counter.teamId, held.id, {
    state: 'ended',
    clerkId: clerk.staffMemberId,
    admittedAt: new Date(now - 2 * day),
    endedAt: new Date(now - 2 * day),
  });
  const otherTeam = await createCounter(counter.organisation);
  await book(-2, { channel: 'phone' }, otherTeam);
  expect(await unclosed()).toEqual([visit.id, call.id]);
  expect((await markTookPlace({ clock }, clerk, visit.id)).ok).toBe(true);
  expect(await unclosed()).toEqual([call.id]);
});
