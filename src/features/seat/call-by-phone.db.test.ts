import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { endConversation } from '#features/closing/end-conversation.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { closePhone, openPhone } from './call-by-phone.ts';
import { readSeatView } from './queue-view.ts';

let counter: Counter;
let mieke: StaffActor;
let id: AppointmentId;
let now: number;
const clock = { now: () => now };

async function book(overrides: Parameters<typeof createAppointment>[2] = {}): Promise<AppointmentId> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  return (await createAppointment(place, 'a secret of links', { channel: 'phone', ...overrides })).id;
}

beforeEach(async () => {
  now = Date.now();
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter)).actor;
  id = await book();
});

const open = async (by = mieke, which = id) => {
  const result = await openPhone(clock, by, which);
  return result.ok ? 'done' : result.failure.code;
};
const close = async (by = mieke) => {
  const result = await closePhone(clock, by, id);
  return result.ok ? 'done' : result.failure.code;
};
const view = () => readSeatView(clock, mieke, 'Europe/Brussels');

describe('a conversation by telephone', () => {
  test('is opened by the clerk who calls, and is theirs at the seat', async () => {
    expect(await open()).toBe('done');
    expect((await view())?.current).toMatchObject({ appointmentId: id, byPhone: true, isOwn: true });
  });

  test('is opened by one of several clerks', async () => {
    const els = (await createSeatedClerk(counter)).actor;
    expect((await Promise.all([open(), open(els), open(), open(els)])).sort()).toEqual([
      'done',
      'notFound',
      'notFound',
      'notFound',
    ]);
  });

  test('is not opened beside another one, nor of another team, nor where somebody comes by video', async () => {
    expect(await open((await createSeatedClerk(await createCounter(counter.organisation))).actor)).toBe(
      'notFound',
    );
    expect(await open(mieke, await book({ channel: 'video' }))).toBe('notFound');
    await open();
    expect(await open(mieke, await book())).toBe('alreadyInConversation');
  });

  test('of which nobody picked up leaves the appointment as it was', async () => {
    await open();
    expect(await close((await createSeatedClerk(counter)).actor)).toBe('notFound');
    expect(await close()).toBe('done');
    expect((await view())?.current).toBeNull();
    expect((await view())?.entries[0]).toMatchObject({ appointmentId: id, state: 'expected' });
    expect(await open()).toBe('done');
  });

  test('ends like any other', async () => {
    const result = await openPhone(clock, mieke, id);
    if (!result.ok) throw new Error(result.failure.code);
    const videoRooms = { close: async () => {} } as unknown as VideoRooms;
    const ended = await endConversation({ clock, videoRooms }, mieke, result.value.conversationId, {
      outcomes: [{ serviceId: counter.serviceId, outcome: 'solved' }],
      report: '',
    });
    expect(ended.ok).toBe(true);
    const row = await withOrganisation(counter.organisation.id, ({ db }) =>
      db.appointment.findFirst({ where: { id } }),
    );
    expect(row?.state).toBe('completed');
  });
});
