import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { CallTaskId, OrganisationId, SeatId, StaffMemberId, TeamId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { readCalls } from './calls.data.ts';
import { tickCall, untickCall } from './tick-call.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const hour = 3_600_000;
const clock = { now: () => now };
const linkSecret = 'link-secret-link-secret-link-secret-1';

let organisationId: OrganisationId;
let teamId: TeamId;
let place: Parameters<typeof createAppointment>[0];
let mieke: StaffActor;
let jonas: StaffActor;

async function sitDown(team: TeamId): Promise<StaffActor> {
  const member = await createStaffMember(organisationId, [team]);
  const seat = await createSeat(organisationId, team);
  return {
    kind: 'staff',
    organisationId,
    sessionId: 'session' as StaffActor['sessionId'],
    staffMemberId: member.id as StaffMemberId,
    name: 'Mieke',
    roles: ['clerk'],
    teamIds: [team],
    seat: { id: seat.id as SeatId, name: 'Balie', teamId: team },
  };
}

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
});

beforeEach(async () => {
  teamId = (await createTeam(organisationId)).id;
  const { id: serviceId } = await createService(organisationId, teamId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  [mieke, jonas] = [await sitDown(teamId), await sitDown(teamId)];
});

afterAll(closeDatabase);

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);

/** Somebody to be called, whose appointment is so many hours ahead. */
async function ask(hoursAhead: number, overrides: Parameters<typeof createAppointment>[2] = {}) {
  const startAt = new Date(now + hoursAhead * hour);
  const { id: appointmentId } = await createAppointment(place, linkSecret, { startAt, ...overrides });
  const { id } = await inside(({ db }) =>
    db.callTask.create({
      data: { organisationId, appointmentId, teamId, reason: 'bounced', createdAt: new Date(now - hour) },
      select: { id: true },
    }),
  );
  return { id: id as CallTaskId, appointmentId };
}

const list = async () => (await inside((scope) => readCalls(scope, teamId, now))).map(({ id }) => id);
const done = { ok: true } as const;

describe('the call list', () => {
  test('has the nearest first, with number and phrase, and nobody for whom it is of no use any more', async () => {
    const tomorrow = await ask(24);
    const soon = await ask(2, { phone: '+3293234567', citizenName: 'Aisha El Amrani' });
    await ask(-1);
    await ask(5, { state: 'cancelled', cancelledAt: new Date(now) });
    const calls = await inside((scope) => readCalls(scope, teamId, now));
    expect(calls.map(({ id }) => id)).toEqual([soon.id, tomorrow.id]);
    expect(calls[0]).toMatchObject({
      citizenName: 'Aisha El Amrani',
      phone: { number: '+3293234567' },
      phraseWords: [expect.any(String), expect.any(String)],
      reason: 'bounced',
      tries: 0,
    });
  });

  test('has the mail address of who left no number, and of nobody else', async () => {
    const email = 'an@example.org';
    await ask(2, { email, phone: null });
    await ask(3, { email, phone: '+3293234567' });
    const calls = await inside((scope) => readCalls(scope, teamId, now));
    expect(calls.map((call) => call.email)).toEqual([email, null]);
  });

  test('lets go who was reached, and puts behind the others who did not answer', async () => {
    const [first, second] = [await ask(2), await ask(3)];
    expect(await tickCall(clock, mieke, first.id, 'noAnswer')).toMatchObject(done);
    expect(await list()).toEqual([second.id, first.id]);
    expect(await tickCall(clock, jonas, first.id, 'reached')).toMatchObject(done);
    expect(await list()).toEqual([second.id]);
    const events = await inside(({ db }) =>
      db.event.findMany({
        where: { stream: `appointment:${first.appointmentId}` },
        orderBy: { number: 'asc' },
      }),
    );
    expect(events.map(({ type, payload }) => [type, (payload as { result?: string }).result])).toEqual([
      ['call.tried', 'noAnswer'],
      ['call.tried', 'reached'],
    ]);
  });

  test.each(['reached', 'messageLeft', 'wrongNumber', 'noAnswer'] as const)(
    'has it as before when "%s" is taken back, also after an earlier try',
    async (result) => {
      const task = await ask(2);
      await tickCall(clock, jonas, task.id, 'noAnswer');
      await tickCall(clock, mieke, task.id, result);
      expect(await untickCall(clock, jonas, task.id)).toEqual({ ok: false, failure: { code: 'settled' } });
      expect(await untickCall(clock, mieke, task.id)).toMatchObject(done);
      expect(await inside((scope) => readCalls(scope, teamId, now))).toMatchObject([
        { id: task.id, tries: 1 },
      ]);
      expect(await untickCall(clock, mieke, task.id)).toMatchObject(done);
      expect(await inside((scope) => readCalls(scope, teamId, now))).toMatchObject([
        { tries: 0, triedAt: null },
      ]);
    },
  );

  test('keeps whose number is wrong, with their mail address, until they are reached otherwise', async () => {
    const task = await ask(2, { phone: '+3293234567', email: 'an@example.org' });
    await tickCall(clock, mieke, task.id, 'wrongNumber');
    const wrong = { id: task.id, isWrongNumber: true, email: 'an@example.org' };
    expect(await inside((scope) => readCalls(scope, teamId, now))).toMatchObject([wrong]);
    await tickCall(clock, mieke, task.id, 'messageLeft');
    expect(await list()).toEqual([]);
    await untickCall(clock, mieke, task.id);
    expect(await inside((scope) => readCalls(scope, teamId, now))).toMatchObject([wrong]);
    await untickCall(clock, mieke, task.id);
    expect(await inside((scope) => readCalls(scope, teamId, now))).toMatchObject([{ isWrongNumber: false }]);
  });

  test('takes one result of two clerks who call the same person', async () => {
    const task = await ask(2);
    const answers = await Promise.all([
      tickCall(clock, mieke, task.id, 'reached'),
      tickCall(clock, jonas, task.id, 'messageLeft'),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is of the team alone, and of who sits at a seat', async () => {
    const task = await ask(2);
    const stranger = await sitDown((await createTeam(organisationId)).id);
    const standing = { ...mieke, seat: null };
    for (const actor of [stranger, standing]) {
      const refused = { ok: false, failure: { code: 'notFound' } };
      expect(await tickCall(clock, actor, task.id, 'reached')).toEqual(refused);
      expect(await untickCall(clock, actor, task.id)).toEqual(refused);
    }
    expect(await list()).toEqual([task.id]);
  });
});
