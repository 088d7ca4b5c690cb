import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { AppointmentId, MessageId } from '#journey/ids.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';
import { createLocation, createStaffMember } from '../../../prisma/factories/organisation-factories.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../../scripts/testing/delivery-world.ts';
import { findMessageAppointment } from './find-message-appointment.ts';

let world: DeliveryWorld;

beforeAll(async () => {
  world = await startDeliveryWorld();
});

afterAll(async () => {
  await closeDatabase();
  await world.close();
});

const inOrganisation = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(world.organisationId, work);

/** Keeps an earlier time for somebody, as the line does. */
async function offer(id: AppointmentId, startAt: EpochMilliseconds): Promise<void> {
  const { organisationId, bookedAt } = world;
  const [from, until] = [new Date(bookedAt), new Date(addMinutes(bookedAt, 120))];
  await inOrganisation(async ({ db }) => {
    const { seatId, teamId } = await db.appointment.findFirstOrThrow({ where: { id } });
    await db.earlierTimeWish.create({ data: { organisationId, appointmentId: id, teamId, createdAt: from } });
    await db.earlierTimeOffer.create({
      data: {
        organisationId,
        appointmentId: id,
        seatId: seatId as string,
        startAt: new Date(startAt),
        endAt: new Date(addMinutes(startAt, 15)),
        createdAt: from,
        expiresAt: until,
      },
    });
  });
}

const readReason = async (message: MessageId) => (await world.read(message)).discardReason;

describe('an offer of an earlier time', () => {
  test('is told with its time and its end, and with the link to answer', async () => {
    const appointment = await world.meet();
    await offer(appointment.id, addMinutes(world.bookedAt, 24 * 60));
    await world.deliver(await world.plan(appointment, 'earlierTime'));
    const [mail] = await world.inbox(appointment.email);
    expect(mail?.subject).toMatch(/^Er is een vroeger moment vrij: zaterdag 21 november, 0?9\.00\suur$/);
    expect(mail?.text).toMatch(/vrijdag 20 november, 11\.00\suur/);
    expect(mail?.text).toContain(`/l/${appointment.linkToken}`);
    expect(mail?.attachments.filter(({ contentType }) => contentType === 'text/calendar')).toEqual([]);
    // One press in the mail program leads to this appointment, and to no other one by a name that was made up.
    const source = await world.sourceOf(mail);
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const [, token = ''] =
      /^List-Unsubscribe: <.+\/api\/messages\/([0-9a-v]{34})\/unsubscribe>\r$/m.exec(source) ?? [];
    const find = (name: string) => findMessageAppointment(world.tools, world.organisationId, name);
    expect(await find(token)).toBe(appointment.id);
    expect(await find(token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')))).toBeNull();
  });

  test('is not told any more when it was answered', async () => {
    const appointment = await world.meet();
    await offer(appointment.id, addMinutes(world.bookedAt, 25 * 60));
    const message = await world.plan(appointment, 'earlierTime');
    await inOrganisation(({ db }) =>
      db.earlierTimeOffer.updateMany({
        where: { appointmentId: appointment.id },
        data: { state: 'declined', settledAt: new Date(world.bookedAt) },
      }),
    );
    expect(await world.deliver(message)).toBe('discarded');
    expect(await readReason(message)).toBe('offerSettled');
    expect(await world.inbox(appointment.email)).toEqual([]);
  });
});

describe('a moved appointment', () => {
  test('is told as it is now, with a calendar entry that replaces the old one', async () => {
    const appointment = await world.meet();
    const startAt = addMinutes(appointment.startAt, 24 * 60);
    await inOrganisation(({ db }) =>
      db.appointment.updateMany({
        where: { id: appointment.id },
        data: {
          startAt: new Date(startAt),
          endAt: new Date(addMinutes(startAt, 15)),
          occupiedFromAt: new Date(startAt),
          occupiedUntilAt: new Date(addMinutes(startAt, 15)),
          calendarSequence: 1,
        },
      }),
    );
    const reminder = await world.plan(appointment, 'reminder');
    await world.deliver(await world.plan(appointment, 'moved'));
    const [mail] = await world.inbox(appointment.email);
    expect(mail?.subject).toMatch(/^Uw afspraak is gewijzigd: woensdag 25 november/);
    const entry = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
    const content = Buffer.from(entry?.content ?? '', 'base64').toString();
    expect(content).toContain('SEQUENCE:1');
    expect(content).toContain(`UID:${appointment.id}@`);
    world.setClock(appointment.remindAt);
    expect(await world.deliver(reminder)).toBe('discarded');
    expect(await readReason(reminder)).toBe('appointmentMoved');
  });

  test('at a counter is told with the address of its own building', async () => {
    const { organisationId } = world;
    const appointment = await world.meet({ channel: 'counter' });
    const { id: locationId } = await createLocation(organisationId, {
      streetLine: 'Kerkstraat 12',
      postalCode: '9800',
      city: 'Deinze',
    });
    await inOrganisation(async ({ db }) => {
      const { seatId } = await db.appointment.findFirstOrThrow({ where: { id: appointment.id } });
      await db.seat.updateMany({ where: { id: seatId as string }, data: { locationId } });
    });
    await world.deliver(await world.plan(appointment, 'moved'));
    const [mail] = await world.inbox(appointment.email);
    expect(mail?.text).toContain('aan het loket: Kerkstraat 12, 9800 Deinze');
  });
});

describe('word of an answer that came after the conversation', () => {
  async function ask(appointmentId: AppointmentId, answer: string | null): Promise<void> {
    const { organisationId, bookedAt } = world;
    const at = new Date(bookedAt);
    const clerk = await createStaffMember(organisationId, []);
    await inOrganisation(async ({ db }) => {
      const { teamId } = await db.appointment.findFirstOrThrow({ where: { id: appointmentId } });
      const answered = { answer, answeredById: clerk.id, answeredAt: at };
      await db.backOfficeQuestion.create({
        data: {
          organisationId,
          appointmentId,
          askedById: clerk.id,
          askedTeamId: teamId,
          toTeamId: teamId,
          question: 'Klopt de berekening?',
          answerBy: new Date(addMinutes(bookedAt, 60)),
          isForCitizen: true,
          createdAt: at,
          ...(answer !== null && answered),
        },
      });
    });
  }

  test('is sent of an appointment that is over, with the link and without the answer', async () => {
    const appointment = await world.meet({ state: 'completed' });
    await ask(appointment.id, 'Ja, ze klopt.');
    expect(await world.deliver(await world.plan(appointment, 'questionAnswered'))).toBe('accepted');
    const [mail] = await world.inbox(appointment.email);
    expect(mail?.text).toContain(`/l/${appointment.linkToken}`);
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/klopt|berekening/i);
  });

  test('is not sent when there is no answer to read (any more)', async () => {
    const appointment = await world.meet({ state: 'completed' });
    await ask(appointment.id, null);
    expect(await world.deliver(await world.plan(appointment, 'questionAnswered'))).toBe('discarded');
  });
});

test('word of a missed appointment is not sent when somebody came after all', async () => {
  const appointment = await world.meet();
  const message = await world.plan(appointment, 'missed');
  expect(await world.deliver(message)).toBe('discarded');
  expect(await readReason(message)).toBe('notMissed');
});
