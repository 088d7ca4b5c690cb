import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { bookAppointment } from '#features/booking/book-appointment.ts';
import { holdTime } from '#features/booking/hold-time.ts';
import { readServiceTime, readServiceTimes } from '#features/scheduling/find-times.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { reminderMoment } from '#journey/message-plan.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { createConversation, createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { makeWish } from '../../../prisma/factories/wish-factories.ts';
import { type ChangeWorld, monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { type MoveRequest, moveAppointment } from './move-appointment.ts';

const times = { readServiceTime, readServiceTimes };
afterAll(closeDatabase);

type Booked = Awaited<ReturnType<ChangeWorld['book']>>;

function move(world: ChangeWorld, { id, actor }: Booked, to: Partial<MoveRequest>) {
  const request = { organisation: world.organisation, appointmentId: id, startAt: monday, ...to };
  return moveAppointment(world.tools, actor, request);
}

describe('a moved appointment', () => {
  test('has its new time and a later calendar sequence, and keeps link, phrase, visits and history', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(0);
    await createVisit(world.organisation.id, sofie.id);
    const before = await world.read(sofie.id);
    const startAt = addMinutes(monday, 3 * 24 * 60);
    expect(await move(world, sofie, { startAt })).toEqual({ ok: true, value: { startAt, channel: 'video' } });
    const after = await world.read(sofie.id);
    expect(after).toMatchObject({
      startAt: new Date(startAt),
      endAt: new Date(addMinutes(startAt, 15)),
      calendarSequence: 1,
      state: 'booked',
      reference: before.reference,
      phraseWords: before.phraseWords,
    });
    expect(after.linkTokenHash).toEqual(before.linkTokenHash);
    expect(after.visits).toEqual(before.visits);
    expect(after.visits).toHaveLength(1);
    expect(await world.eventsOf(sofie.id)).toEqual([
      'appointment appointment.moved',
      'team appointment.moved',
    ]);
  });

  test('is told at once, and reminded of at its new time', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(0, { phone: '+32470123456' });
    const startAt = addMinutes(monday, 3 * 24 * 60);
    await move(world, sofie, { startAt });
    const { messages } = await world.read(sofie.id);
    const remindAt = new Date(reminderMoment({ startAt, timeZone: world.organisation.timeZone }));
    expect(messages.map(({ kind, channel, plannedAt }) => ({ kind, channel, plannedAt }))).toEqual(
      expect.arrayContaining([
        { kind: 'moved', channel: 'email', plannedAt: new Date(world.now()) },
        { kind: 'moved', channel: 'sms', plannedAt: new Date(world.now()) },
        { kind: 'reminder', channel: 'email', plannedAt: remindAt },
      ]),
    );
    expect(messages).toHaveLength(3);
    expect(world.enqueued).toHaveLength(2);
  });

  test('that moves there and back is reminded of once', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(0);
    const startAt = addMinutes(monday, 3 * 24 * 60);
    await move(world, sofie, { startAt });
    world.setClock(world.now() + 1_000);
    await move(world, sofie, {});
    world.setClock(world.now() + 1_000);
    await move(world, sofie, { startAt });
    const { messages, calendarSequence } = await world.read(sofie.id);
    expect(calendarSequence).toBe(3);
    const reminders = messages.filter(({ kind }) => kind === 'reminder');
    expect(new Set(reminders.map(({ plannedAt }) => plannedAt.getTime())).size).toBe(reminders.length);
  });

  test('may overlap its own old time', async () => {
    const world = await openChangeWorld(1, { service: { durationMinutes: 60 } });
    const sofie = await world.book(0, {
      endAt: new Date(addMinutes(monday, 60)),
      occupiedUntilAt: new Date(addMinutes(monday, 60)),
    });
    const startAt = addMinutes(monday, 60);
    expect(await move(world, sofie, { startAt })).toMatchObject({ ok: true });
  });

  test('leaves the waiting room, where nobody can be admitted any more', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(0);
    world.setClock(addMinutes(monday, -10));
    await createConversation(world.organisation.id, world.teamId, sofie.id);
    expect(await move(world, sofie, { startAt: addMinutes(monday, 120) })).toMatchObject({ ok: true });
    expect((await world.read(sofie.id)).conversation).toBeNull();
  });

  test('keeps what a clerk wrote down before they were sent back to wait, under the notes of preparation', async () => {
    const world = await openChangeWorld();
    const { id: organisationId } = world.organisation;
    const readNotes = (appointmentId: AppointmentId) =>
      withOrganisation(organisationId, ({ db }) =>
        db.preparationNotes.findFirst({ where: { appointmentId }, select: { text: true, revision: true } }),
      );
    const moveAfterTalk = async (booked: Booked, report: string | null, to: number) => {
      const sentBack = { report, sentBackAt: new Date(world.now()), sentBackReason: 'lookingUp' } as const;
      await createConversation(organisationId, world.teamId, booked.id, sentBack);
      expect(await move(world, booked, { startAt: addMinutes(monday, to) })).toMatchObject({ ok: true });
    };
    const [sofie, piet] = [await world.book(0), await world.book(180)];
    await moveAfterTalk(sofie, 'Adres nagekeken.', 24 * 60);
    expect(await readNotes(sofie.id)).toEqual({ text: 'Adres nagekeken.', revision: 1 });
    await moveAfterTalk(sofie, 'Brief volgt.', 2 * 24 * 60);
    expect(await readNotes(sofie.id)).toEqual({ text: 'Adres nagekeken.\n\nBrief volgt.', revision: 2 });
    await moveAfterTalk(piet, null, 4 * 24 * 60);
    expect(await readNotes(piet.id)).toBeNull();
  });

  test('takes the time that is held for who moves it, and nobody else’s', async () => {
    const world = await openChangeWorld();
    const [sofie, piet] = [await world.book(0), await world.book(180)];
    const startAt = addMinutes(monday, 60);
    const [own, other] = [randomUUID(), randomUUID()];
    const { organisation, tools } = world;
    const holdWish = makeWish(world.slug);
    for (const [holderKey, at] of [
      [own, startAt],
      [other, addMinutes(startAt, 60)],
    ] as const) {
      const held = await holdTime(
        { ...tools, ...times },
        { organisation, wish: holdWish, startAt: at, holderKey },
      );
      expect(held).toMatchObject({ ok: true });
    }
    const taken = { failure: { code: 'timeTaken' } };
    expect(await move(world, piet, { startAt })).toMatchObject(taken);
    expect(await move(world, piet, { startAt, holderKey: other })).toMatchObject(taken);
    expect(await move(world, sofie, { startAt, holderKey: own })).toMatchObject({ ok: true });
    const holders = await withOrganisation(organisation.id, ({ db }) =>
      db.timeHold.findMany({ select: { holderKey: true } }),
    );
    expect(holders).toEqual([{ holderKey: other }]);
  });

  test('changes nothing when it is there already', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(0);
    const startAt = addMinutes(monday, 60);
    const results = await Promise.all([1, 2, 3].map(() => move(world, sofie, { startAt })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const { calendarSequence, messages } = await world.read(sofie.id);
    expect(calendarSequence).toBe(1);
    expect(messages.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
  });

  test('leaves its old time to others, and remembers that it came free', async () => {
    const world = await openChangeWorld();
    const [sofie, ahmed] = [await world.book(0), await world.book(60)];
    await move(world, sofie, { startAt: addMinutes(monday, 120) });
    expect(await world.freed()).toMatchObject([{ startAt: new Date(monday), teamId: world.teamId }]);
    expect(await move(world, ahmed, { startAt: monday })).toMatchObject({ ok: true });
  });
});

describe('an appointment stays as it is', () => {
  test('when somebody else has the time: the nearest free ones are told', async () => {
    const world = await openChangeWorld();
    const [sofie] = [await world.book(0), await world.book(60)];
    const startAt = addMinutes(monday, 60);
    const result = await move(world, sofie, { startAt });
    expect(result).toMatchObject({ ok: false, failure: { code: 'timeTaken' } });
    const nearest = result.ok || !('nearest' in result.failure) ? [] : result.failure.nearest;
    expect(nearest.length).toBeGreaterThan(2);
    expect(nearest.some((time) => time.startAt === startAt)).toBe(false);
    const after = await world.read(sofie.id);
    expect(after).toMatchObject({ startAt: new Date(monday), calendarSequence: 0, messages: [] });
    expect(await world.freed()).toEqual([]);
  });

  test.each([
    ['past', -7 * 24 * 60],
    ['after the horizon', 365 * 24 * 60],
    ['between two times', 7],
  ])('when the time is %s', async (_why, minutes) => {
    const world = await openChangeWorld();
    const sofie = await world.book(0);
    expect(await move(world, sofie, { startAt: addMinutes(monday, minutes) })).toMatchObject({
      failure: { code: 'timeNotOffered' },
    });
    expect((await world.read(sofie.id)).startAt).toEqual(new Date(monday));
  });

  test.each(['admitted', 'ended'] as const)('when its conversation is %s', async (state) => {
    const world = await openChangeWorld();
    const sofie = await world.book(0);
    const clerk = await world.clerk();
    const at = new Date(world.now());
    await createConversation(world.organisation.id, world.teamId, sofie.id, {
      state,
      clerkId: clerk.staffMemberId,
      admittedAt: at,
      endedAt: state === 'ended' ? at : null,
    });
    expect(await move(world, sofie, { startAt: addMinutes(monday, 60) })).toMatchObject({
      failure: { code: 'tooLate' },
    });
  });

  test('for the citizen once a call may have taken place; staff still move it', async () => {
    const world = await openChangeWorld(1, {
      service: { channels: ['video', 'phone'] },
      seat: { channels: ['video', 'phone'] },
    });
    await world.openOn('phone');
    const sofie = await world.book(0, { channel: 'phone', phone: '+32470123456' });
    const clerk = await world.clerk();
    const startAt = addMinutes(monday, 60);
    world.setClock(monday);
    expect(await move(world, sofie, { startAt })).toMatchObject({ failure: { code: 'tooLate' } });
    const request = { organisation: world.organisation, appointmentId: sofie.id, startAt };
    expect(await moveAppointment(world.tools, clerk, request)).toMatchObject({ ok: true });
  });

  test('for a companion, another citizen, staff without the right, and another organisation', async () => {
    const world = await openChangeWorld();
    const [sofie, other] = [await world.book(0), await world.book(60)];
    const elsewhere = await (await openChangeWorld()).clerk();
    const actors = [
      { ...sofie.actor, role: 'companion' as const },
      other.actor,
      await world.clerk({ roles: ['privacyOfficer'] }),
      elsewhere,
    ];
    for (const actor of actors)
      expect(
        await move(
          world,
          { ...sofie, actor: actor as Booked['actor'] },
          { startAt: addMinutes(monday, 120) },
        ),
      ).toEqual({
        ok: false,
        failure: { code: 'notYours' },
      });
    expect((await world.read(sofie.id)).startAt).toEqual(new Date(monday));
  });
});

describe('staff', () => {
  test('move for the citizen, to times too that are kept for staff', async () => {
    const world = await openChangeWorld(1, { service: { staffSharePercent: 100 } });
    const sofie = await world.book(0);
    const clerk = await world.clerk();
    const startAt = addMinutes(monday, 60);
    expect(await move(world, sofie, { startAt })).toMatchObject({ ok: false });
    const request = { organisation: world.organisation, appointmentId: sofie.id, startAt };
    expect(await moveAppointment(world.tools, clerk, request)).toMatchObject({ ok: true });
  });
});

describe('of many at once', () => {
  test('fifty who move to one time, one has it and the others keep theirs', async () => {
    const world = await openChangeWorld(50);
    const [, ...others] = world.seatIds;
    const people = await Promise.all(world.seatIds.map((seatId) => world.book(24 * 60, { seatId })));
    // At the time that all want, every seat but one is taken.
    await Promise.all(others.map((seatId) => world.book(0, { seatId })));
    const results = await Promise.all(people.map((person) => move(world, person, { startAt: monday })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(result.failure.code).toBe('timeTaken');
    const after = await Promise.all(people.map(({ id }) => world.read(id)));
    const moved = after.filter(({ startAt }) => startAt.getTime() === monday);
    expect(moved).toHaveLength(1);
    expect(after.filter(({ startAt }) => startAt.getTime() === addMinutes(monday, 24 * 60))).toHaveLength(49);
  });

  test('who moves and who books want the last seat: one has it, and the other is told so', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(60);
    const book = () =>
      bookAppointment(
        { ...world.tools, ...times, linkSecret: 'a secret of links that only tests know' },
        {
          organisation: world.organisation,
          wish: makeWish(world.slug),
          startAt: monday,
          submissionKey: randomUUID(),
          language: 'nl',
          details: { name: 'Ahmed', email: 'ahmed@example.org', phone: null, remark: null },
          principal: null,
          interpreterLanguage: null,
          wouldHaveCome: null,
          request: { kind: 'citizen' },
        },
      );
    const [moved, booked] = await Promise.all([move(world, sofie, {}), book()]);
    expect([moved.ok, booked.ok].filter(Boolean)).toHaveLength(1);
    for (const result of [moved, booked])
      if (!result.ok) expect(result.failure).toMatchObject({ code: 'timeTaken' });
    const { startAt } = await world.read(sofie.id);
    expect(startAt.getTime()).toBe(moved.ok ? monday : addMinutes(monday, 60));
  });

  test('a time that somebody holds in a form is not there to move to', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(60);
    const { organisation, tools, slug } = world;
    const hold = { organisation, wish: makeWish(slug), startAt: monday, holderKey: randomUUID() };
    expect(await holdTime({ ...tools, ...times }, hold)).toMatchObject({ ok: true });
    expect(await move(world, sofie, {})).toMatchObject({ failure: { code: 'timeTaken' } });
    world.setClock(world.now() + 6 * 60_000);
    expect(await move(world, sofie, {})).toMatchObject({ ok: true });
  });

  test('two who change places around a free time never lose both', async () => {
    const world = await openChangeWorld();
    const [sofie, ahmed] = [await world.book(0), await world.book(15)];
    await Promise.all([
      move(world, sofie, { startAt: addMinutes(monday, 15) }),
      move(world, ahmed, { startAt: monday }),
    ]);
    const starts = await Promise.all(
      [sofie, ahmed].map(async ({ id }) => (await world.read(id)).startAt.getTime()),
    );
    expect(starts).toEqual([monday, addMinutes(monday, 15)]);
  });
});

describe('another channel', () => {
  const channels = {
    service: { channels: ['video' as const, 'phone' as const] },
    seat: { channels: ['video' as const, 'phone' as const] },
  };

  test('is refused where the service or every seat of the team does not allow it', async () => {
    for (const options of [
      { ...channels, service: {} },
      { ...channels, seat: {} },
    ]) {
      const world = await openChangeWorld(1, options);
      await world.openOn('phone');
      const sofie = await world.book(0, { phone: '+32470123456' });
      expect(await move(world, sofie, { channel: 'phone' })).toMatchObject({
        failure: { code: 'timeNotOffered' },
      });
      expect((await world.read(sofie.id)).channel).toBe('video');
    }
  });

  test('by telephone needs a number', async () => {
    const world = await openChangeWorld(1, channels);
    const sofie = await world.book(0);
    expect(await move(world, sofie, { channel: 'phone' })).toEqual({
      ok: false,
      failure: { code: 'phoneMissing' },
    });
  });

  test('keeps the time, for the citizen and for staff, also when times are offered at other minutes by now', async () => {
    const world = await openChangeWorld(1, channels);
    await world.openOn('phone');
    const between = { phone: '+32470123456', endAt: new Date(addMinutes(monday, 30)) };
    const [sofie, piet] = [await world.book(7, between), await world.book(67, { phone: '+32470123457' })];
    const clerk = await world.clerk();
    const results = [
      await move(world, sofie, { startAt: sofie.startAt, channel: 'phone' }),
      await moveAppointment(world.tools, clerk, {
        organisation: world.organisation,
        appointmentId: piet.id,
        startAt: piet.startAt,
        channel: 'phone',
      }),
    ];
    expect(results).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await world.read(sofie.id)).toMatchObject({
      channel: 'phone',
      startAt: new Date(sofie.startAt),
      endAt: between.endAt,
    });
    expect((await world.read(piet.id)).channel).toBe('phone');
  });

  test('is told, and does not free the time', async () => {
    const world = await openChangeWorld(1, channels);
    await world.openOn('phone');
    const sofie = await world.book(0);
    world.setClock(addMinutes(monday, -20));
    await createConversation(world.organisation.id, world.teamId, sofie.id);
    expect(await move(world, sofie, { channel: 'phone', phone: '+32470123456' })).toMatchObject({ ok: true });
    const after = await world.read(sofie.id);
    expect(after).toMatchObject({
      channel: 'phone',
      phone: '+32470123456',
      startAt: new Date(monday),
      calendarSequence: 1,
      conversation: null,
    });
    expect(after.messages.map(({ kind, channel }) => `${kind} ${channel}`).sort()).toEqual([
      'moved email',
      'moved sms',
    ]);
    expect(await world.eventsOf(sofie.id)).toEqual([
      'appointment appointment.channelChanged',
      'team appointment.channelChanged',
    ]);
    expect(await world.freed()).toEqual([]);
    expect(epochMilliseconds(after.endAt.getTime())).toBe(addMinutes(monday, 15));
  });
});
