import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId, TeamId } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { visitCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { exchangeLink, type LinkChoice } from './exchange-link.ts';
import { lookAtLink } from './look-at-link.ts';
import { sayComing } from './say-coming.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const minute = 60_000;
const clock = { now: () => now };
const linkSecret = 'link-secret-link-secret-link-secret-1';
const jar = new Map<string, string>();

let organisationId: OrganisationId;
let teamId: TeamId;
let place: Parameters<typeof createAppointment>[0];
let appointment: Awaited<ReturnType<typeof createAppointment>>;
let startAt = now;

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
  teamId = (await createTeam(organisationId)).id;
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
});

beforeEach(async () => {
  jar.clear();
  startAt += 60 * minute;
  appointment = await createAppointment(place, linkSecret, { startAt: new Date(startAt) });
});

afterAll(closeDatabase);

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);

type State = 'planned' | 'sending' | 'accepted' | 'delivered' | 'failedForGood';

/** One message in each state, by mail; the moment tells them apart. */
async function sendMessages(states: readonly State[]) {
  await inside(({ db }) =>
    db.message.createMany({
      data: states.map((state, index) => {
        const at = new Date(now - (index + 1) * minute);
        const isSettled = state === 'delivered' || state === 'failedForGood';
        return {
          organisationId,
          appointmentId: appointment.id,
          kind: 'confirmation' as const,
          channel: 'email' as const,
          plannedAt: at,
          nextAttemptAt: at,
          state,
          settledAt: isSettled ? at : null,
        };
      }),
    }),
  );
}

async function openCall() {
  await inside(({ db }) =>
    db.callTask.create({
      data: {
        organisationId,
        appointmentId: appointment.id,
        teamId,
        reason: 'bounced',
        createdAt: new Date(now - minute),
      },
    }),
  );
}

const statesOf = async () =>
  (
    await inside(({ db }) =>
      db.message.findMany({
        where: { appointmentId: appointment.id },
        orderBy: { plannedAt: 'desc' },
        select: { state: true },
      }),
    )
  ).map(({ state }) => state);

const eventsOf = async () =>
  (
    await inside(({ db }) =>
      db.event.findMany({
        where: { stream: `appointment:${appointment.id}` },
        orderBy: { number: 'asc' },
        select: { type: true, payload: true },
      }),
    )
  ).map(({ type, payload }) => ({ type, how: (payload as { how?: string }).how }));

async function open(choice: LinkChoice = { as: 'citizen' }, byHand = true) {
  const result = await exchangeLink({ clock, videoRooms: {} as VideoRooms }, organisationId, {
    token: appointment.linkToken,
    choice,
    cookies: (name) => jar.get(name),
    byHand,
  });
  if (result.ok && result.value.cookieToken !== null)
    jar.set(visitCookie(result.value.reference), result.value.cookieToken);
  return result;
}

const everyState = ['planned', 'sending', 'accepted', 'delivered', 'failedForGood'] as const;
const afterReading = ['planned', 'sending', 'read', 'read', 'failedForGood'];

describe('opening the appointment by hand', () => {
  test('reads what arrived or may have, and nothing that is not sent or came back', async () => {
    await sendMessages(everyState);
    await open();
    expect(await statesOf()).toEqual(afterReading);
    expect(await eventsOf()).toEqual([
      { type: 'visit.opened', how: undefined },
      { type: 'message.read', how: 'opened' },
      { type: 'message.read', how: 'opened' },
    ]);
  });

  test('counts again in a browser that has it open already', async () => {
    await open();
    await sendMessages(['accepted']);
    await open();
    expect(await statesOf()).toEqual(['read']);
  });

  test('takes the call off the list', async () => {
    await openCall();
    await open();
    const task = await inside(({ db }) => db.callTask.findFirstOrThrow());
    expect(task.settledAt).toEqual(new Date(now));
    expect((await eventsOf()).map(({ type }) => type)).toContain('call.settled');
  });

  test('is not what a script does, nor who comes to help', async () => {
    await sendMessages(['accepted', 'delivered']);
    await open({ as: 'citizen' }, false);
    jar.clear();
    await open({ as: 'companion', name: 'Karim' });
    expect(await statesOf()).toEqual(['accepted', 'delivered']);
  });
});

describe('saying "I will be there"', () => {
  const say = (token: string = appointment.linkToken) => sayComing(clock, organisationId, token);

  test('is known of the appointment, reads its messages, and opens nothing', async () => {
    await sendMessages(everyState);
    await openCall();
    expect(await say()).toEqual({ ok: true, value: 'coming' });
    expect(await statesOf()).toEqual(afterReading);
    expect(await inside(({ db }) => db.visit.count({ where: { appointmentId: appointment.id } }))).toBe(0);
    expect((await eventsOf()).map(({ type }) => type).sort()).toEqual([
      'appointment.coming',
      'call.settled',
      'message.read',
      'message.read',
    ]);
    const seen = await lookAtLink(clock, organisationId, appointment.linkToken, () => undefined);
    expect(seen).toMatchObject({ saidComing: true, openElsewhere: false });
  });

  test('twice, also at once, is the same as once', async () => {
    await sendMessages(['accepted']);
    await Promise.all([say(), say()]);
    await say();
    expect((await eventsOf()).map(({ type }) => type).sort()).toEqual(['appointment.coming', 'message.read']);
  });

  test('is of no use for a link that is none, or for what is over', async () => {
    expect(await say('x'.repeat(43))).toEqual({ ok: false, failure: { code: 'unknown' } });
    await inside(({ db }) =>
      db.appointment.updateMany({
        where: { id: appointment.id },
        data: { state: 'cancelled', cancelledAt: new Date(now) },
      }),
    );
    expect(await say()).toEqual({ ok: false, failure: { code: 'over' } });
    expect(await eventsOf()).toEqual([]);
  });
});
