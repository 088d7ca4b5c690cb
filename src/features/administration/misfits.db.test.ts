import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat, createService, createTeam } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import {
  countMisfits,
  listMisfits,
  listMisfitsOf,
  misfitsPerPage,
  parsePlace,
  writePlace,
} from './misfits.ts';

const clock = { now: () => Date.UTC(2026, 11, 1, 8) };
const tools = { clock, timeZone: 'Europe/Brussels' };

let counter: Counter;
let administrator: StaffActor;

beforeEach(async () => {
  counter = await createCounter();
  administrator = (await createSeatedClerk(counter, { roles: ['administrator'] })).actor;
});

type Place = { readonly teamId: TeamId; readonly seatId: SeatId; readonly serviceId: ServiceId };

async function openTeam(): Promise<Place> {
  const { id: teamId } = await createTeam(counter.organisation.id);
  const { id: seatId } = await createSeat(counter.organisation.id, teamId);
  const { id: serviceId } = await createService(counter.organisation.id, teamId);
  return { teamId, seatId, serviceId };
}

/** An appointment on a day of December 2026; on 8 December the whole organisation is closed. */
async function book({ teamId, seatId, serviceId }: Place, moment: string) {
  const startAt = new Date(`2026-12-${moment}Z`);
  const endAt = new Date(startAt.getTime() + 5 * 60_000);
  const place = { organisationId: counter.organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const secret = 'a secret of links that only tests know';
  return createAppointment(place, secret, {
    startAt,
    endAt,
    occupiedFromAt: startAt,
    occupiedUntilAt: endAt,
  });
}

const close = () =>
  withOrganisation(counter.organisation.id, ({ db, organisationId }) =>
    db.holiday.create({ data: { organisationId, date: new Date('2026-12-08'), name: { nl: 'x' } } }),
  );

async function list(teamId: TeamId | null = null, after = null as ReturnType<typeof parsePlace>) {
  const page = await listMisfits(tools, administrator, { teamId, after });
  if (page === null) throw new Error('An administrator may.');
  return page;
}

describe('the appointments that fit no more', () => {
  test('come page by page, soonest first, each once, without those that fit', async () => {
    const place = await openTeam();
    const wanted: string[] = [];
    const minutes = Array.from({ length: misfitsPerPage + 3 }, (_, index) => index * 5);
    for (const minute of minutes.toReversed()) {
      const clockTime = `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      wanted.unshift((await book(place, `08T${clockTime}`)).reference);
    }
    await book(place, '09T09:00');
    await close();
    const first = await list();
    expect(first.misfits.map(({ appointment }) => appointment.reference)).toEqual(
      wanted.slice(0, misfitsPerPage),
    );
    const second = await list(null, parsePlace(first.next === null ? '' : writePlace(first.next)));
    expect(second.misfits.map(({ appointment }) => appointment.reference)).toEqual(
      wanted.slice(misfitsPerPage),
    );
    expect(second.next).toBeNull();
  });

  test('that begin at one moment are told apart, whatever page they are on', async () => {
    const [one, other] = [await openTeam(), await openTeam()];
    const references = [
      (await book(one, '08T09:00')).reference,
      (await book(other, '08T09:00')).reference,
    ].sort();
    await close();
    const { misfits } = await list();
    expect(misfits.map(({ appointment }) => appointment.reference)).toEqual(references);
    const [first] = misfits;
    const rest = await list(null, first ? first.appointment : null);
    expect(rest.misfits.map(({ appointment }) => appointment.reference)).toEqual(references.slice(1));
  });

  test('are those of one team when that is asked for', async () => {
    const [one, other] = [await openTeam(), await openTeam()];
    await book(one, '08T09:00');
    const { reference } = await book(other, '08T10:00');
    await close();
    expect((await list(other.teamId)).misfits.map(({ appointment }) => appointment.reference)).toEqual([
      reference,
    ]);
  });
});

test.each(['', 'x', '12', '12.abc', `${'9'.repeat(16)}.A`])('%s is no place in the list', (text) => {
  expect(parsePlace(text)).toBeNull();
});

test('are counted over all pages and teams, for administrators alone', async () => {
  const [one, other] = [await openTeam(), await openTeam()];
  for (let minute = 10; minute < 40; minute += 5) {
    await book(one, `08T09:${minute}`);
    await book(other, `08T09:${minute}`);
  }
  await book(one, '09T09:00');
  expect(await countMisfits(tools, administrator)).toEqual({ count: 0, isOpen: false });
  await close();
  expect(await countMisfits(tools, administrator)).toEqual({ count: 12, isOpen: false });
  const { actor } = await createSeatedClerk(counter);
  expect(await countMisfits(tools, actor)).toBeNull();
});

test('are told from those that fit when some are named, for administrators alone', async () => {
  const place = await openTeam();
  const [hit, fits] = [await book(place, '08T09:00'), await book(place, '09T09:00')];
  await book(place, '08T10:00');
  await close();
  const ids = [fits.id, hit.id];
  const named = await listMisfitsOf(tools, administrator, ids);
  expect(named.map(({ appointment, reason }) => [appointment.id, reason])).toEqual([[hit.id, 'holiday']]);
  const { actor } = await createSeatedClerk(counter);
  expect(await listMisfitsOf(tools, actor, ids)).toEqual([]);
});
