import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { addMinutes } from '#journey/time.ts';
import { createConversation } from '../../../prisma/factories/conversation-factories.ts';
import { monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { markMissed, markMissedByRule, undoMissed } from './mark-missed.ts';

afterAll(closeDatabase);

const afterClosing = addMinutes(monday, 15 + 120);

describe('the rule', () => {
  test('marks what nobody came to, once, and tells them politely', async () => {
    const world = await openChangeWorld();
    const [absent, present, byPhone] = [
      await world.book(0),
      await world.book(15),
      await world.book(30, { channel: 'phone', phone: '+32470123456' }),
    ];
    await createConversation(world.organisation.id, world.teamId, present.id);
    world.setClock(addMinutes(afterClosing, 60));
    const rounds = await Promise.all(
      [1, 2, 3].map(() => markMissedByRule(world.tools, world.organisation.id)),
    );
    expect(rounds.reduce((sum, count) => sum + count, 0)).toBe(1);
    const after = await world.read(absent.id);
    expect(after).toMatchObject({ state: 'missed', missedAt: new Date(world.now()) });
    expect(after.messages).toMatchObject([
      { kind: 'missed', channel: 'email', plannedAt: new Date(world.now()) },
    ]);
    expect(world.enqueued).toHaveLength(1);
    expect(await world.eventsOf(absent.id)).toEqual([
      'appointment appointment.missed',
      'team appointment.missed',
    ]);
    for (const { id } of [present, byPhone]) expect((await world.read(id)).state).toBe('booked');
  });

  test('leaves who is only late their time', async () => {
    const world = await openChangeWorld();
    await world.book(0);
    world.setClock(afterClosing - 1);
    expect(await markMissedByRule(world.tools, world.organisation.id)).toBe(0);
  });
});

describe('a clerk', () => {
  test('says that nobody came, and takes it back before anybody is told', async () => {
    const world = await openChangeWorld();
    const [sofie, clerk] = [await world.book(0), await world.clerk()];
    expect(await markMissed(world.tools, clerk, sofie.id)).toMatchObject({ failure: { code: 'notMissed' } });
    world.setClock(addMinutes(monday, 10));
    expect(await markMissed(world.tools, clerk, sofie.id)).toEqual({ ok: true, value: 'missed' });
    expect(await markMissed(world.tools, clerk, sofie.id)).toEqual({ ok: true, value: 'missed' });
    const missed = await world.read(sofie.id);
    expect(missed.messages).toMatchObject([{ kind: 'missed', plannedAt: new Date(addMinutes(monday, 20)) }]);
    expect(world.enqueued).toEqual([]);
    expect(await undoMissed(world.tools, clerk, sofie.id)).toEqual({ ok: true, value: 'booked' });
    expect(await world.read(sofie.id)).toMatchObject({ state: 'booked', missedAt: null });
  });

  test('who says much later that somebody came after all, is not contradicted by the rule', async () => {
    const world = await openChangeWorld();
    const [sofie, clerk] = [await world.book(0), await world.clerk()];
    world.setClock(afterClosing);
    await markMissedByRule(world.tools, world.organisation.id);
    expect(await undoMissed(world.tools, clerk, sofie.id)).toEqual({ ok: true, value: 'completed' });
    expect(await markMissedByRule(world.tools, world.organisation.id)).toBe(0);
    expect((await world.read(sofie.id)).state).toBe('completed');
  });

  test('of another team, or without the right, says nothing', async () => {
    const world = await openChangeWorld();
    const sofie = await world.book(0);
    world.setClock(addMinutes(monday, 10));
    const strangers = [await (await openChangeWorld()).clerk(), await world.clerk({ roles: ['supervisor'] })];
    for (const actor of strangers) {
      expect(await markMissed(world.tools, actor, sofie.id)).toMatchObject({ failure: { code: 'notFound' } });
      expect(await undoMissed(world.tools, actor, sofie.id)).toMatchObject({ failure: { code: 'notFound' } });
    }
    expect((await world.read(sofie.id)).state).toBe('booked');
  });
});
