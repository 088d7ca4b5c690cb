import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { SeatId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createLocation, createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { changeLocation, locationForm } from './change-location.ts';
import { changeSeat, seatForm } from './change-seat.ts';
import { changeService, serviceForm } from './change-service.ts';
import { changeTeam, teamForm } from './change-team.ts';
import { type Change, makeChange } from './make-change.ts';
import { listSeats, listTeamsWithCapacity } from './seats.data.ts';
import { listServices } from './services.data.ts';
import { listStaffing } from './staffing.data.ts';

const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const tools = { clock, timeZone: 'Europe/Brussels', countFreeTimes: async () => 0 };

let counter: Counter;
let administrator: StaffActor;

beforeEach(async () => {
  counter = await createCounter();
  administrator = (await createSeatedClerk(counter, { roles: ['administrator'] })).actor;
});

const save = (change: Change) => makeChange(tools, administrator, change, { save: true, confirmation: null });
const readServices = () => withOrganisation(counter.organisation.id, listServices);
const readStaffing = (seatId: SeatId) =>
  withOrganisation(counter.organisation.id, (scope) => listStaffing(scope, seatId));
const readSeats = () => withOrganisation(counter.organisation.id, (scope) => listSeats(scope));

function serviceFields(change = {}) {
  return {
    team: counter.teamId,
    name: { nl: 'Verblijfskaart' },
    summary: { nl: 'Kort' },
    description: { nl: 'Lang' },
    channels: ['video', 'phone'],
    duration: 20,
    bufferBefore: 5,
    bufferAfter: 5,
    interpreter: 15,
    notice: 60,
    horizonDays: 30,
    staffShare: 10,
    fee: '12,50',
    published: 'no',
    ...change,
  };
}

describe('a service', () => {
  test('begins with the texts of another one, and is changed afterwards', async () => {
    const example = counter.serviceId;
    expect(await save(changeService(serviceForm.parse(serviceFields({ example })), false))).toMatchObject({
      kind: 'done',
    });
    const made = (await readServices()).find(({ slug }) => slug === 'verblijfskaart');
    expect(made).toMatchObject({
      feeCents: 1250,
      isPublished: false,
      minimumNoticeMinutes: 60,
      channels: ['video', 'phone'],
    });
    const lawfulBasis = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.service.findFirst({ where: { slug: 'verblijfskaart' }, select: { lawfulBasis: true } }),
    );
    expect(lawfulBasis).toMatchObject({ lawfulBasis: { nl: 'GDPR art. 6(1)(e)' } });

    await save(
      changeService(serviceForm.parse(serviceFields({ id: made?.id, fee: '0', published: 'yes' })), false),
    );
    const changed = (await readServices()).find(({ id }) => id === made?.id);
    expect(changed).toMatchObject({ feeCents: 0, isPublished: true, slug: 'verblijfskaart' });
  });

  test('twice of the same name is refused at the name; without an example it is asked for', async () => {
    const form = serviceForm.parse(serviceFields({ example: counter.serviceId }));
    await save(changeService(form, false));
    expect(await save(changeService(form, false))).toMatchObject({
      refusal: { code: 'double', field: 'name.nl' },
    });
    const { example: _example, ...bare } = form;
    expect(await save(changeService(bare, false))).toMatchObject({
      refusal: { code: 'missing', field: 'example' },
    });
  });

  test.each([
    ['fee', 'gratis', 'feeWrong'],
    ['duration', 4, 'numberWrong'],
    ['channels', [], 'channelMissing'],
  ])('with a wrong %s is refused: %s', (field, value, code) => {
    const parsed = serviceForm.safeParse(serviceFields({ [field]: value }));
    expect(parsed.error?.issues[0]).toMatchObject({ message: code, path: [field] });
  });
});

describe('a seat', () => {
  const fields = (change = {}) =>
    seatForm.parse({
      team: counter.teamId,
      name: 'Balie 7',
      position: 7,
      channels: ['video'],
      day1: '9-12',
      ...change,
    });

  test('is made with its week and its skills, and deleted while nothing ever took place there', async () => {
    await save(changeSeat(fields({ services: [counter.serviceId], languages: ['fr'] }), false));
    const seat = (await readSeats()).find(({ name }) => name === 'Balie 7');
    expect(seat).toMatchObject({
      languages: ['fr'],
      serviceIds: [counter.serviceId],
      hasOwnHours: true,
    });
    expect(await readStaffing(seat?.id as SeatId)).toMatchObject([
      { weekday: 1, fromMinute: 540, untilMinute: 720, validFrom: null, validUntil: null },
    ]);
    await save(changeSeat(fields({ id: seat?.id, day1: '' }), false));
    expect(await readStaffing(seat?.id as SeatId)).toHaveLength(1);
    await save(changeSeat(fields({ id: seat?.id }), true));
    expect((await readSeats()).find(({ name }) => name === 'Balie 7')).toBeUndefined();
  });

  test('with a past is retired instead, and keeps it', async () => {
    const { organisation, teamId, serviceId } = counter;
    const { id: seatId } = await createSeat(organisation.id, teamId);
    const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
    await createAppointment(place, 'a secret of links that only tests know', {
      startAt: new Date('2026-11-01T09:00Z'),
    });
    expect(await save(changeSeat(fields({ id: seatId }), true))).toMatchObject({ kind: 'done' });
    expect((await readSeats()).find(({ id }) => id === seatId)).toMatchObject({ isRetired: true });
  });

  test('of a number that another one has, or at the counter without a building, is refused', async () => {
    expect(await save(changeSeat(fields({ position: 1 }), false))).toMatchObject({
      refusal: { code: 'positionTaken', field: 'position' },
    });
    expect(
      seatForm.safeParse({
        ...fields(),
        day1: '',
        day2: '',
        day3: '',
        day4: '',
        day5: '',
        day6: '',
        day7: '',
        channels: ['counter'],
      }).error?.issues[0]?.message,
    ).toBe('locationMissing');
  });
});

test('a team takes as many at once as is written, and as it has seats where nothing is', async () => {
  const form = teamForm.parse({ name: { nl: 'Onthaal' }, video: 3 });
  await save(changeTeam(form, false));
  const teams = await withOrganisation(counter.organisation.id, listTeamsWithCapacity);
  expect(teams.find(({ slug }) => slug === 'onthaal')?.capacities).toEqual(new Map([['video', 3]]));
});

test('a building that a seat is in is not taken away', async () => {
  const { id } = await createLocation(counter.organisation.id);
  await createSeat(counter.organisation.id, counter.teamId, { locationId: id });
  const form = locationForm.parse({ id, name: { nl: 'x' }, streetLine: 'x', postalCode: 'x', city: 'x' });
  expect(await save(changeLocation(form, true))).toMatchObject({ refusal: { code: 'locationInUse' } });
  expect(await save(changeLocation(form, false))).toMatchObject({ kind: 'done' });
});
