import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import type { StaffActor } from '#journey/actor.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { searchAppointments } from './search-appointments.ts';

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
  daysAhead: number,
  overrides: Parameters<typeof createAppointment>[2],
  { organisation, teamId, serviceId }: Counter = counter,
) {
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  return createAppointment(place, linkSecret, { startAt: new Date(now + daysAhead * day), ...overrides });
}

const find = async (typed: string, actor = clerk) => {
  const answer = await searchAppointments(clock, actor, typed);
  return answer.ok ? answer.value.map(({ entry }) => entry.appointmentId) : answer.failure;
};

test('whoever phones is found on whatever day to come, the likeliest and the nearest first', async () => {
  const later = await book(20, { citizenName: 'Aïsha Brugmans', phraseWords: ['maan', 'fiets'] });
  const sooner = await book(2, { citizenName: 'Aisha Peeters', phraseWords: ['klaver', 'brug'] });
  const past = await book(-3, { citizenName: 'Aisha Vroeger' });
  expect(await find('aisha')).toEqual([sooner.id, later.id]);
  expect(await find('brug')).toEqual([sooner.id, later.id]);
  expect(await find('brug klaver')).toEqual([sooner.id]);
  expect(await find(later.reference.toLowerCase())).toEqual([later.id]);
  expect(await find('nobody of this name')).toEqual([]);
  expect(await find('vroeger')).not.toContain(past.id);
  expect(await find(past.reference)).toEqual([past.id]);
});

test('nobody of another team is found, nor by who sits nowhere', async () => {
  const other = await createCounter(counter.organisation);
  const theirs = await book(1, { citizenName: 'Octave Elders' }, other);
  expect(await find('octave')).toEqual([]);
  const { actor: colleague } = await createSeatedClerk(other);
  expect(await find('octave', colleague)).toEqual([theirs.id]);
  expect(await find('octave', { ...colleague, seat: null })).toEqual({ code: 'notFound' });
});
