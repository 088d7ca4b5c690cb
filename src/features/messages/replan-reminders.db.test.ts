import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { planReminders } from '#journey/message-plan.ts';
import { defaultMessagePolicy, type ReminderRule } from '#journey/message-policy.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter } from '../../../prisma/factories/seat-factories.ts';
import { replanAfterChange } from './replan-reminders.ts';

const timeZone = 'Europe/Brussels';
const booked = epochMilliseconds(Date.parse('2026-11-20T09:00Z'));
const changedAt = addMinutes(booked, 60);
let now = booked;
const clock = { now: () => now };
let counter: Counter;

beforeEach(async () => {
  now = booked;
  counter = await createCounter();
});
afterAll(closeDatabase);

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

/** So many appointments, five days ahead, with the reminders of the product's own rules. */
async function book(count: number) {
  const { organisation, teamId, serviceId } = counter;
  const ids = [];
  for (let index = 0; index < count; index += 1) {
    const { id: seatId } = await createSeat(organisation.id, teamId);
    const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
    const startAt = addMinutes(booked, 5 * 24 * 60);
    const contact = { email: 'sofie@example.org', phone: null };
    const { id } = await createAppointment(place, 'a secret of links', {
      startAt: new Date(startAt),
      ...contact,
    });
    const plan = planReminders({ startAt, timeZone, ...contact }, booked, defaultMessagePolicy);
    await inside((scope) => insertMessages(scope, id, plan, booked));
    ids.push(id);
  }
  return ids;
}

async function choose(...rules: readonly Pick<ReminderRule, 'daysBefore' | 'minutesBefore'>[]) {
  now = changedAt;
  await inside(async ({ db, organisationId }) => {
    const data = { remindersChangedAt: new Date(now), replannedThroughId: null };
    const { reminders: _, ...policy } = defaultMessagePolicy;
    await db.messagePolicy.upsert({
      where: { organisationId },
      create: { organisationId, ...policy, ...data },
      update: data,
    });
    await db.reminderMoment.deleteMany({});
    await db.reminderMoment.createMany({
      data: rules.map((rule) => ({ organisationId, ...rule, channels: ['email' as const] })),
    });
  });
}

const replan = (most?: number) => replanAfterChange(clock, { id: counter.organisation.id, timeZone }, most);
const readReminders = async () => {
  const rows = await inside(({ db }) =>
    db.message.findMany({ orderBy: [{ plannedAt: 'asc' }, { id: 'asc' }] }),
  );
  return rows.map(({ state, discardReason }) => discardReason ?? state);
};

describe('a change of the moments of reminders', () => {
  test('reaches all appointments to come, in steps and by several at once, with one reminder for each moment', async () => {
    await book(5);
    await choose({ daysBefore: 2, minutesBefore: 0 });
    expect(await replan()).toBe(0);
    now = addMinutes(changedAt, 1);
    const counts = await Promise.all([replan(2), replan(2), replan(2)]);
    // Whoever found it in other hands left it; what was left is done by the next round.
    const rest = await replan(2);
    expect(counts.reduce((sum, count) => sum + count, rest)).toBe(5);
    expect(await readReminders()).toEqual([
      ...Array(5).fill('planned'),
      ...Array(5).fill('remindersChanged'),
    ]);
    expect(await replan(2)).toBe(0);
    expect(await inside(({ db }) => db.messagePolicy.findFirstOrThrow())).toMatchObject({
      remindersChangedAt: null,
      replannedThroughId: null,
    });
  });

  test('is told on the stream of each appointment, and taken back as it was', async () => {
    const [id] = await book(1);
    await choose({ daysBefore: 0, minutesBefore: 120 });
    now = addMinutes(changedAt, 1);
    expect(await replan()).toBe(1);
    const events = await inside(({ db }) =>
      db.event.findMany({ where: { stream: `appointment:${id}` }, orderBy: { number: 'asc' } }),
    );
    expect(events).toMatchObject([
      { type: 'reminders.replanned', payload: { added: 1, gone: 1 } },
      { type: 'message.discarded', payload: { discardReason: 'remindersChanged', kind: 'reminder' } },
    ]);
    await choose({ daysBefore: 1, minutesBefore: 0 });
    now = addMinutes(changedAt, 1);
    expect(await replan()).toBe(1);
    expect(await readReminders()).toEqual(['planned', 'remindersChanged']);
  });

  test('leaves alone what is cancelled, and what another process began to send', async () => {
    const [cancelled, sending] = await book(2);
    await inside(async ({ db }) => {
      await db.appointment.updateMany({
        where: { id: cancelled },
        data: { state: 'cancelled', cancelledAt: new Date(booked) },
      });
      await db.message.updateMany({ where: { appointmentId: sending }, data: { state: 'sending' } });
    });
    await choose();
    now = addMinutes(changedAt, 1);
    expect(await replan()).toBe(0);
    expect((await readReminders()).sort()).toEqual(['planned', 'sending']);
  });
});
