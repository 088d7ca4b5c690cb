import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, OrganisationId, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createConversation,
  createParticipant,
  createVisit,
} from '../../../prisma/factories/conversation-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import { createOpinions } from '../../../prisma/factories/survey-factories.ts';
import { eraseAppointments } from './erase-appointments.ts';

const day = 86_400_000;
const endAt = Date.UTC(2026, 10, 24, 9);
let now = endAt;
const clock = { now: () => now };

let organisationId: OrganisationId;
let teamId: TeamId;
let month: ServiceId;
let quarter: ServiceId;

afterAll(closeDatabase);

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
  teamId = (await createTeam(organisationId)).id;
  month = (await createService(organisationId, teamId, { retentionDays: 30 })).id;
  quarter = (await createService(organisationId, teamId, { retentionDays: 90 })).id;
});

beforeEach(async () => {
  now = endAt;
  await inside(({ db }) => db.appointment.deleteMany({}));
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(organisationId, work);

async function book(
  serviceIds: readonly ServiceId[],
  row: Parameters<typeof createAppointment>[2] = {},
): Promise<AppointmentId> {
  const seatId: SeatId = (await createSeat(organisationId, teamId)).id;
  const time = { startAt: new Date(endAt - 900_000), endAt: new Date(endAt) };
  const place = { organisationId, teamId, seatId, serviceIds };
  return (await createAppointment(place, 'a secret of links that only tests know', { ...time, ...row })).id;
}

const kept = () =>
  inside(({ db }) =>
    db.appointment.findMany({ select: { id: true } }).then((rows) => rows.map(({ id }) => id)),
  );

describe('the erasure', () => {
  test('takes an appointment when its service’s days have passed after its end, and not a moment before', async () => {
    const id = await book([month]);
    now = endAt + 30 * day - 1;
    expect(await eraseAppointments(clock, organisationId)).toBe(0);
    expect(await kept()).toEqual([id]);
    now += 1;
    expect(await eraseAppointments(clock, organisationId)).toBe(1);
    expect(await kept()).toEqual([]);
    expect(await eraseAppointments(clock, organisationId)).toBe(0);
  });

  test('takes a chat without appointment after a week, unless something was asked in it; who came over video stays as the service says', async () => {
    const enter = async (channel: 'chat' | 'video') => {
      const id = await book([month]);
      const data = { kind: 'walkIn', seatId: null, channel } as const;
      await inside(({ db }) => db.appointment.updateMany({ where: { id }, data }));
      return id;
    };
    const [chatted, asked, seen] = [await enter('chat'), await enter('chat'), await enter('video')];
    await createRequest(organisationId, { appointmentId: asked, serviceId: month });
    now = endAt + 7 * day - 1;
    expect(await eraseAppointments(clock, organisationId)).toBe(0);
    now += 1;
    expect(await eraseAppointments(clock, organisationId)).toBe(1);
    expect(await kept()).not.toContain(chatted);
    expect((await kept()).toSorted()).toEqual([asked, seen].toSorted());
    now = endAt + 30 * day;
    expect(await eraseAppointments(clock, organisationId)).toBe(2);
  });

  test('goes by the longest days of its services, whatever became of the appointment', async () => {
    const both = await book([month, quarter], { state: 'cancelled', cancelledAt: new Date(endAt) });
    await book([month], { state: 'missed', missedAt: new Date(endAt) });
    now = endAt + 90 * day - 1;
    expect(await eraseAppointments(clock, organisationId)).toBe(1);
    expect(await kept()).toEqual([both]);
    now += 1;
    expect(await eraseAppointments(clock, organisationId)).toBe(1);
  });

  test('takes all that hangs on it, and leaves opinions, events and other appointments', async () => {
    const id = await book([month]);
    const other = await book([quarter]);
    await fill(id);
    await createOpinions({ organisationId, teamId, serviceId: month }, [{ improvement: 'Sneller' }]);
    const before = await count();
    expect(Object.values(before).every((rows) => rows > 0)).toBe(true);

    now = endAt + 31 * day;
    await eraseAppointments(clock, organisationId);
    expect(await kept()).toEqual([other]);
    expect(await count()).toEqual({
      visits: 0,
      conversations: 0,
      participants: 0,
      messages: 0,
      deviceTests: 0,
      principals: 0,
      wishes: 0,
      opinions: before.opinions,
      booked: before.booked,
    });
    expect(
      await inside(({ db }) =>
        db.event.findMany({ where: { type: 'appointment.erased' }, select: { stream: true, payload: true } }),
      ),
    ).toContainEqual({ stream: `appointment:${id}`, payload: { appointmentId: id } });
  });

  test('takes many in small steps, and those of its own municipality only', async () => {
    for (let index = 0; index < 7; index += 1) await book([month]);
    const elsewhere = (await createOrganisation()).id;
    now = endAt + 31 * day;
    expect(await eraseAppointments(clock, elsewhere)).toBe(0);
    expect(await eraseAppointments(clock, organisationId, 3)).toBe(7);
    expect(await kept()).toEqual([]);
  });

  test('is done once by two workers at the same time', async () => {
    for (let index = 0; index < 6; index += 1) await book([month]);
    now = endAt + 31 * day;
    const erased = await Promise.all([1, 2].map(() => eraseAppointments(clock, organisationId, 2)));
    expect(erased.reduce((sum, rows) => sum + rows, 0)).toBe(6);
    expect(await kept()).toEqual([]);
  });
});

/** Everything that can hang on an appointment. */
async function fill(id: AppointmentId): Promise<void> {
  const { id: visitId } = await createVisit(organisationId, id);
  const { id: staffMemberId } = await createStaffMember(organisationId, [teamId]);
  const conversation = await createConversation(organisationId, teamId, id, {
    state: 'ended',
    endedAt: new Date(endAt),
    report: 'Alles is geregeld.',
  });
  await createParticipant(organisationId, conversation.id, { visitId });
  await createParticipant(organisationId, conversation.id, { role: 'clerk', staffMemberId });
  const ofAppointment = { organisationId, appointmentId: id };
  const at = new Date(endAt);
  await inside(async (scope) => {
    const { db } = scope;
    await db.message.create({
      data: { ...ofAppointment, kind: 'confirmation', channel: 'email', plannedAt: at, nextAttemptAt: at },
    });
    await db.deviceTest.create({ data: { ...ofAppointment, verdict: 'good', results: {}, testedAt: at } });
    await db.principal.create({ data: { ...ofAppointment, kind: 'child', name: 'Lou Van Daele' } });
    await db.earlierTimeWish.create({ data: { ...ofAppointment, teamId, createdAt: at } });
    await recordEvent(scope, {
      streams: [`appointment:${id}`],
      type: 'appointment.booked',
      actor: systemActor,
      payload: { appointmentId: id },
      at: endAt,
    });
  });
}

function count() {
  return inside(async ({ db }) => ({
    visits: await db.visit.count(),
    conversations: await db.conversation.count(),
    participants: await db.participant.count(),
    messages: await db.message.count(),
    deviceTests: await db.deviceTest.count(),
    principals: await db.principal.count(),
    wishes: await db.earlierTimeWish.count(),
    opinions: await db.surveyAnswer.count(),
    booked: await db.event.count({ where: { type: 'appointment.booked' } }),
  }));
}
