import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { addMinutes } from '#journey/time.ts';
import { createConversation } from '../../../prisma/factories/conversation-factories.ts';
import { monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { markMissed, markMissedByRule, undoMissed } from './mark-missed.ts';
import { markTookPlace, undoTookPlace } from './mark-took-place.ts';

afterAll(closeDatabase);

const call = { channel: 'phone', phone: '+32470123456' } as const;
const muchLater = addMinutes(monday, 6 * 60);

describe('a call or a visit to the counter', () => {
  test('is closed by who held it, from its start on, and the rule leaves it alone', async () => {
    const world = await openChangeWorld();
    const [sofie, clerk] = [await world.book(0, call), await world.clerk()];
    const early = { failure: { code: 'notOpen' } };
    expect(await markTookPlace(world.tools, clerk, sofie.id)).toMatchObject(early);
    world.setClock(monday);
    const closed = { ok: true, value: 'completed' };
    expect(await markTookPlace(world.tools, clerk, sofie.id)).toEqual(closed);
    expect(await markTookPlace(world.tools, clerk, sofie.id)).toEqual(closed);
    expect(await world.eventsOf(sofie.id)).toEqual([
      'appointment appointment.tookPlace',
      'team appointment.tookPlace',
    ]);
    world.setClock(muchLater);
    expect(await markMissedByRule(world.tools, world.organisation.id)).toBe(0);
    const after = await world.read(sofie.id);
    expect(after).toMatchObject({ state: 'completed', messages: [] });
    const missed = { failure: { code: 'notMissed' } };
    expect(await markMissed(world.tools, clerk, sofie.id)).toMatchObject(missed);
  });

  test('is open again when that is taken back, however late', async () => {
    const world = await openChangeWorld();
    const [sofie, clerk] = [await world.book(0, call), await world.clerk()];
    world.setClock(muchLater);
    await markTookPlace(world.tools, clerk, sofie.id);
    const open = { ok: true, value: 'booked' };
    expect(await undoTookPlace(world.tools, clerk, sofie.id)).toEqual(open);
    expect(await undoTookPlace(world.tools, clerk, sofie.id)).toEqual(open);
    expect((await world.read(sofie.id)).state).toBe('booked');
    expect(await world.eventsOf(sofie.id)).toContain('team appointment.openAgain');
  });

  test('of which somebody said that nobody came is open again too, however late that is taken back', async () => {
    const world = await openChangeWorld();
    const [sofie, clerk] = [await world.book(0, call), await world.clerk()];
    world.setClock(muchLater);
    await markMissed(world.tools, clerk, sofie.id);
    const missed = { failure: { code: 'notOpen' } };
    expect(await markTookPlace(world.tools, clerk, sofie.id)).toMatchObject(missed);
    expect(await undoMissed(world.tools, clerk, sofie.id)).toEqual({ ok: true, value: 'booked' });
    expect(await markTookPlace(world.tools, clerk, sofie.id)).toMatchObject({ ok: true });
  });
});

test('of video the waiting room tells what took place, and nobody else', async () => {
  const world = await openChangeWorld();
  const [sofie, piet, clerk] = [await world.book(0), await world.book(15), await world.clerk()];
  await createConversation(world.organisation.id, world.teamId, piet.id);
  world.setClock(muchLater);
  for (const { id } of [sofie, piet])
    expect(await markTookPlace(world.tools, clerk, id)).toMatchObject({ failure: { code: 'notOpen' } });
  // Taken back so late, a missed one counts as having taken place; that is no word to take back.
  await markMissed(world.tools, clerk, sofie.id);
  await undoMissed(world.tools, clerk, sofie.id);
  expect(await undoTookPlace(world.tools, clerk, sofie.id)).toMatchObject({ failure: { code: 'notOpen' } });
  expect((await world.read(sofie.id)).state).toBe('completed');
});

test('another team, or who has no right, says nothing', async () => {
  const world = await openChangeWorld();
  const sofie = await world.book(0, call);
  world.setClock(muchLater);
  for (const actor of [
    await (await openChangeWorld()).clerk(),
    await world.clerk({ roles: ['supervisor'] }),
  ]) {
    const unknown = { failure: { code: 'notFound' } };
    expect(await markTookPlace(world.tools, actor, sofie.id)).toMatchObject(unknown);
    expect(await undoTookPlace(world.tools, actor, sofie.id)).toMatchObject(unknown);
  }
  expect((await world.read(sofie.id)).state).toBe('booked');
});
