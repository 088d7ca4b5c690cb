import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { hashSheetCode } from '#shared/sheet-code.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  type SeatedClerk,
} from '../../../prisma/factories/seat-factories.ts';
import { findBooked, findLocations } from './find-booked.ts';

let counter: Counter;
let otherTeam: Counter;
let clerk: SeatedClerk;
let colleague: SeatedClerk;

beforeAll(async () => {
  counter = await createCounter();
  otherTeam = await createCounter(counter.organisation);
  clerk = await createSeatedClerk(counter);
  colleague = await createSeatedClerk(otherTeam);
});
afterAll(closeDatabase);

async function book({ organisation, teamId, serviceId }: Counter, bookedBy: SeatedClerk | null) {
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const sheet = { email: null, sheetCodeHash: hashSheetCode('secret', `${teamId} ${seatId}` as never) };
  const by = bookedBy && { bookedById: bookedBy.actor.staffMemberId, requestChannel: 'phone' as const };
  return (await createAppointment(place, 'secret', { ...sheet, ...by })).reference;
}

describe('an appointment to read back or to print', () => {
  test('is there for the team that receives the citizen', async () => {
    const reference = await book(counter, null);
    expect(await findBooked(clerk.actor, reference)).toMatchObject({
      reference,
      citizenName: 'Sofie Van Daele',
      hasSheet: true,
      isCancelled: false,
      location: null,
      actsFor: null,
      needsInterpreter: false,
    });
    expect(await findBooked(colleague.actor, reference)).toBeNull();
  });

  test('is there for who booked it for another team', async () => {
    const reference = await book(counter, colleague);
    expect(await findBooked(colleague.actor, reference)).toMatchObject({ reference });
  });

  test('is not there for other roles, for another municipality, nor when there is none', async () => {
    const reference = await book(counter, null);
    const officer = await createSeatedClerk(counter, { roles: ['privacyOfficer'] });
    const stranger = await createSeatedClerk(await createCounter());
    expect(await findBooked(officer.actor, reference)).toBeNull();
    expect(await findBooked(stranger.actor, reference)).toBeNull();
    expect(await findBooked(clerk.actor, 'ZZZZ-ZZZZ')).toBeNull();
    expect(await findLocations(officer.actor)).toEqual([]);
  });
});
