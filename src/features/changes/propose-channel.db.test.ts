import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { addMinutes } from '#journey/time.ts';
import { type ChangeWorld, monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { answerProposal, findOpenProposal } from './answer-proposal.ts';
import { proposeChannel, withdrawProposal } from './propose-channel.ts';

afterAll(closeDatabase);

type Booked = Awaited<ReturnType<ChangeWorld['book']>>;
const everywhere = { service: { channels: ['video', 'phone', 'counter'] } } as const;

async function openWorld(overrides: Parameters<ChangeWorld['book']>[1] = {}) {
  const world = await openChangeWorld(1, { service: { channels: [...everywhere.service.channels] } });
  const sofie = await world.book(0, overrides);
  const clerk = await world.clerk();
  const open = (citizen: Booked = sofie) => findOpenProposal(world.tools, citizen.actor);
  const propose = (channel: 'phone' | 'counter' = 'phone') =>
    proposeChannel(world.tools, clerk, sofie.id, channel);
  const answer = (accepts: boolean, phone: string | null = null) =>
    answerProposal(world.tools, sofie.actor, { organisation: world.organisation, accepts, phone });
  return { world, sofie, clerk, open, propose, answer };
}

describe('a proposal to phone', () => {
  test('is told once on every way, changes nothing by itself, and by a yes changes the channel at the same time', async () => {
    const { world, sofie, open, propose, answer } = await openWorld({ phone: '+32470123456' });
    expect(await propose()).toMatchObject({ ok: true });
    expect(await propose()).toMatchObject({ ok: true });
    expect(await open()).toBe('phone');
    const before = await world.read(sofie.id);
    expect(before.channel).toBe('video');
    expect(before.messages.map(({ kind, channel }) => `${kind} ${channel}`).sort()).toEqual([
      'otherChannel email',
      'otherChannel sms',
    ]);
    expect(await answer(true)).toEqual({ ok: true, value: 'accepted' });
    const after = await world.read(sofie.id);
    expect(after).toMatchObject({ channel: 'phone', startAt: before.startAt, seatId: before.seatId });
    expect(after.messages.filter(({ kind }) => kind === 'moved')).not.toHaveLength(0);
    expect(await open()).toBeNull();
    expect(await answer(true)).toEqual({ ok: false, failure: { code: 'gone' } });
    expect(await world.eventsOf(sofie.id)).toEqual([
      'appointment appointment.channelChanged',
      'appointment appointment.channelProposed',
      'team appointment.channelChanged',
      'team appointment.channelProposed',
    ]);
  });

  test('needs a number, and can be accepted in the waiting room past the agreed time', async () => {
    const { world, sofie, propose, answer } = await openWorld();
    world.setClock(addMinutes(monday, 7));
    await propose();
    expect(await answer(true)).toEqual({ ok: false, failure: { code: 'phoneMissing' } });
    expect(await answer(true, '+3295550120')).toMatchObject({ ok: true });
    expect(await world.read(sofie.id)).toMatchObject({ channel: 'phone', phone: '+3295550120' });
  });

  test('is over by a no, and can be made again', async () => {
    const { world, sofie, open, propose, answer } = await openWorld();
    await propose();
    expect(await answer(false)).toEqual({ ok: true, value: 'declined' });
    expect(await open()).toBeNull();
    expect((await world.read(sofie.id)).channel).toBe('video');
    await propose();
    expect(await open()).toBe('phone');
  });

  test('is taken back, and nothing to others: a companion, another citizen, another organisation', async () => {
    const { world, sofie, clerk, open, propose } = await openWorld();
    await propose();
    expect(await findOpenProposal(world.tools, { ...sofie.actor, role: 'companion' })).toBeNull();
    expect(await open(await world.book(60))).toBeNull();
    const stranger = await (await openChangeWorld()).clerk();
    expect(await proposeChannel(world.tools, stranger, sofie.id, 'phone')).toMatchObject({ ok: false });
    await withdrawProposal(world.tools, clerk, sofie.id);
    expect(await open()).toBeNull();
  });
});

describe('a proposal of the counter', () => {
  test('says when no counter is free, and keeps what was', async () => {
    const { world, sofie, propose, answer } = await openWorld();
    await propose('counter');
    expect(await answer(true)).toEqual({ ok: false, failure: { code: 'noPlace' } });
    expect((await world.read(sofie.id)).channel).toBe('video');
  });
});

test('nothing is proposed that a service does not offer, or when it is too late', async () => {
  const world = await openChangeWorld();
  const [sofie, karim] = [
    await world.book(0),
    await world.book(60, { channel: 'phone', phone: '+3295550120' }),
  ];
  const clerk = await world.clerk();
  const problem = async (id: Booked['id'], channel: 'phone' | 'counter') => {
    const result = await proposeChannel(world.tools, clerk, id, channel);
    return result.ok ? null : result.failure.code;
  };
  expect(await problem(sofie.id, 'counter')).toBe('notOffered');
  expect(await problem(karim.id, 'phone')).toBe('tooLate');
  world.setClock(addMinutes(monday, 24 * 60));
  expect(await problem(sofie.id, 'phone')).toBe('tooLate');
});
