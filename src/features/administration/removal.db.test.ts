import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { ServiceId, TeamId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat, createService, createTeam } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { changeService, serviceForm } from './change-service.ts';
import { changeTeam, teamForm } from './change-team.ts';
import { type Change, makeChange } from './make-change.ts';

const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const tools = { clock, timeZone: 'Europe/Brussels', countFreeTimes: async () => 0 };

let counter: Counter;
let administrator: StaffActor;
let teamId: TeamId;

beforeEach(async () => {
  counter = await createCounter();
  administrator = (await createSeatedClerk(counter, { roles: ['administrator'] })).actor;
  teamId = (await createTeam(counter.organisation.id)).id;
});

const remove = (change: Change, actor = administrator) =>
  makeChange(tools, actor, change, { save: true, confirmation: null });
const removeTeam = (actor?: StaffActor) =>
  remove(changeTeam(teamForm.parse({ id: teamId, name: { nl: 'x' } }), true), actor);
const countTeams = () =>
  withOrganisation(counter.organisation.id, ({ db }) => db.team.count({ where: { id: teamId } }));

function removeService(serviceId: ServiceId) {
  const form = serviceForm.parse({
    id: serviceId,
    team: teamId,
    name: { nl: 'x' },
    summary: { nl: 'x' },
    description: { nl: 'x' },
    channels: ['video'],
    duration: 20,
    bufferBefore: 0,
    bufferAfter: 0,
    interpreter: 0,
    notice: 0,
    horizonDays: 30,
    staffShare: 0,
    fee: '0',
    published: 'no',
  });
  return remove(changeService(form, true));
}

describe('a team', () => {
  test('on which nothing hangs goes, with its hours, closures and members', async () => {
    await withOrganisation(counter.organisation.id, async ({ db, organisationId }) => {
      await db.closure.create({
        data: { organisationId, teamId, date: new Date('2026-12-24'), reason: { nl: 'x' } },
      });
      const staffMemberId = administrator.staffMemberId;
      await db.teamMember.create({ data: { organisationId, teamId, staffMemberId } });
      await db.channelCapacity.create({ data: { organisationId, teamId, channel: 'video', atOnce: 2 } });
    });
    expect(await removeTeam()).toMatchObject({ kind: 'done' });
    expect(await countTeams()).toBe(0);
    const events = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.event.findMany({ where: { type: 'administration.teamRemoved' } }),
    );
    expect(events.map(({ stream }) => stream).sort()).toEqual([
      `organisation:${counter.organisation.id}`,
      `team:${teamId}`,
    ]);
  });

  test('with services says which; then with seats says which', async () => {
    const { id: serviceId } = await createService(counter.organisation.id, teamId);
    await createSeat(counter.organisation.id, teamId, { name: 'Balie 7' });
    expect(await removeTeam()).toMatchObject({
      refusal: { code: 'teamHasServices', names: [{ nl: expect.stringContaining('service-') }] },
    });
    expect(await removeService(serviceId)).toMatchObject({ kind: 'done' });
    expect(await removeTeam()).toEqual({
      kind: 'refused',
      refusal: { code: 'teamHasSeats', at: 'Balie 7' },
    });
    expect(await countTeams()).toBe(1);
  });

  test('that reads what belongs to no appointment stays until another one does', async () => {
    const choose = (incomingTeamId: TeamId | null) =>
      withOrganisation(counter.organisation.id, ({ db, organisationId: id }) =>
        db.organisation.updateMany({ where: { id }, data: { incomingTeamId } }),
      );
    await choose(teamId);
    expect(await removeTeam()).toEqual({ kind: 'refused', refusal: { code: 'teamReadsIncoming' } });
    await expect(
      withOrganisation(counter.organisation.id, ({ db }) => db.team.deleteMany({ where: { id: teamId } })),
    ).rejects.toThrow();
    await choose(null);
    expect(await removeTeam()).toMatchObject({ kind: 'done' });
  });

  test('with a past stays', async () => {
    const { id: seatId } = await createSeat(counter.organisation.id, teamId, {
      retiredAt: new Date('2026-11-01'),
    });
    const place = {
      organisationId: counter.organisation.id,
      teamId,
      seatId,
      serviceIds: [counter.serviceId],
    };
    await createAppointment(place, 'a secret of links that only tests know', {
      startAt: new Date('2026-10-01T09:00Z'),
    });
    expect(await removeTeam()).toEqual({ kind: 'refused', refusal: { code: 'teamHasPast' } });
  });

  test('is never that of another organisation, and goes by an administrator only', async () => {
    const stranger = (await createSeatedClerk(await createCounter(), { roles: ['administrator'] })).actor;
    expect(await removeTeam(stranger)).toMatchObject({ refusal: { code: 'gone' } });
    const supervisor = (await createSeatedClerk(counter, { roles: ['supervisor'] })).actor;
    expect(await removeTeam(supervisor)).toEqual({ kind: 'forbidden' });
    expect(await countTeams()).toBe(1);
  });
});

describe('a service', () => {
  test('that nobody asked for goes, with what to bring and the skills for it', async () => {
    const { organisation } = counter;
    const { id: serviceId } = await createService(organisation.id, teamId);
    const { id: seatId } = await createSeat(organisation.id, teamId);
    await withOrganisation(organisation.id, async ({ db, organisationId }) => {
      await db.seatService.create({ data: { organisationId, seatId, serviceId } });
      const words = { icon: 'id-card', title: { nl: 'x' }, reason: { nl: 'x' } };
      await db.serviceRequirement.create({ data: { ...words, organisationId, serviceId, position: 1 } });
    });
    expect(await removeService(serviceId)).toMatchObject({ kind: 'done' });
    expect(await removeService(serviceId)).toMatchObject({ refusal: { code: 'gone' } });
  });

  test('that somebody booked stays', async () => {
    const { organisation, serviceId } = counter;
    const { id: seatId } = await createSeat(organisation.id, counter.teamId);
    const place = {
      organisationId: organisation.id,
      teamId: counter.teamId,
      seatId,
      serviceIds: [serviceId],
    };
    await createAppointment(place, 'a secret of links that only tests know');
    expect(await removeService(serviceId)).toEqual({
      kind: 'refused',
      refusal: { code: 'serviceHasPast' },
    });
  });
});
