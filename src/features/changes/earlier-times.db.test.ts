import { afterAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';
import { type ChangeWorld, monday, openChangeWorld } from '../../../scripts/testing/change-world.ts';
import { acceptOffer, declineOffer } from './answer-offer.ts';
import { askEarlierTime, lookAtEarlierTimes, stopAskingEarlierTime, stopByMail } from './ask-earlier-time.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { moveAppointment } from './move-appointment.ts';
import { offerFreedTimes } from './offer-freed-times.ts';

afterAll(closeDatabase);

type Booked = Awaited<ReturnType<ChangeWorld['book']>>;

/** One who will cancel at ten, and two later ones who asked for an earlier time, one after the other. */
async function lineOfTwo() {
  const world = await openChangeWorld();
  const [early, first, second] = [await world.book(0), await world.book(120), await world.book(60)];
  const { tools, organisation } = world;
  for (const { actor, id } of [first, second]) {
    expect(await askEarlierTime(tools, actor, id)).toEqual({ ok: true, value: 'asked' });
    world.setClock(world.now() + 60_000);
  }
  const answer = ({ id }: Booked, startAt: EpochMilliseconds = monday) => ({
    organisation,
    appointmentId: id,
    startAt,
  });
  return {
    ...world,
    early,
    first,
    second,
    free: () => cancelAppointment(tools, early.actor, early.id),
    offer: () => offerFreedTimes(tools, organisation),
    accept: (person: Booked, startAt?: EpochMilliseconds) =>
      acceptOffer(tools, person.actor, answer(person, startAt)),
    decline: (person: Booked) => declineOffer(tools, person.actor, answer(person)),
    look: ({ actor, id }: Booked) => lookAtEarlierTimes(tools, actor, id),
    startOf: async ({ id }: Booked) => (await world.read(id)).startAt.getTime(),
    holds: () => withOrganisation(organisation.id, ({ db }) => db.timeHold.count()),
  };
}

describe('the line', () => {
  test('keeps the order of asking, and says it', async () => {
    const { tools, first, second, look } = await lineOfTwo();
    expect(await look(first)).toMatchObject({ before: 0, mayAsk: true, canBeTold: true, offer: null });
    expect(await look(second)).toMatchObject({ before: 1 });
    // Asking again does not send one to the back, nor to the front.
    await askEarlierTime(tools, first.actor, first.id);
    expect(await look(first)).toMatchObject({ before: 0 });
    await stopAskingEarlierTime(tools, first.actor, first.id);
    expect(await look(first)).toMatchObject({ before: null });
    expect(await look(second)).toMatchObject({ before: 0 });
  });

  test('is left by the button of a mail program too, with what was offered; a second press changes nothing', async () => {
    const { tools, organisation, first, second, look, free, offer } = await lineOfTwo();
    await free();
    await offer();
    expect((await look(first))?.offer).not.toBeNull();
    await stopByMail(tools, organisation.id, first.id);
    await stopByMail(tools, organisation.id, first.id);
    expect(await look(first)).toMatchObject({ before: null, offer: null });
    expect(await look(second)).toMatchObject({ before: 0 });
    const events = await withOrganisation(organisation.id, ({ db }) =>
      db.event.findMany({ where: { stream: `appointment:${first.id}`, type: 'earlierTime.stopped' } }),
    );
    expect(events.map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([['citizen', first.id]]);
  });

  test('is not for companions, nor for who cannot be told, nor for what is over', async () => {
    const world = await openChangeWorld();
    const unreachable = await world.book(0, { email: null, sheetCodeHash: new Uint8Array(32) });
    expect(await askEarlierTime(world.tools, unreachable.actor, unreachable.id)).toMatchObject({
      failure: { code: 'cannotBeTold' },
    });
    const sofie = await world.book(60);
    const companion = { ...sofie.actor, role: 'companion' as const };
    expect(await askEarlierTime(world.tools, companion, sofie.id)).toMatchObject({
      failure: { code: 'notYours' },
    });
    expect(await lookAtEarlierTimes(world.tools, companion, sofie.id)).toBeNull();
    world.setClock(addMinutes(monday, 60));
    expect(await askEarlierTime(world.tools, sofie.actor, sofie.id)).toMatchObject({
      failure: { code: 'tooLate' },
    });
  });
});

test('a wish is forgotten when its appointment begins', async () => {
  const line = await lineOfTwo();
  line.setClock(line.second.startAt);
  await line.offer();
  expect((await line.read(line.second.id)).earlierWish).toBeNull();
  expect((await line.read(line.first.id)).earlierWish).not.toBeNull();
});

describe('a time that comes free', () => {
  test('is offered to the first alone, told by every way, and kept', async () => {
    const line = await lineOfTwo();
    await line.free();
    expect(await line.offer()).toBe(1);
    const offer = { startAt: monday, expiresAt: addMinutes(line.now(), 120) };
    expect(await line.look(line.first)).toMatchObject({ offer });
    expect(await line.look(line.second)).toMatchObject({ offer: null, before: 1 });
    const { messages } = await line.read(line.first.id);
    expect(messages).toMatchObject([{ kind: 'earlierTime', channel: 'email', state: 'planned' }]);
    const { tools, organisation, second } = line;
    const request = { organisation, appointmentId: second.id, startAt: monday };
    expect(await moveAppointment(tools, second.actor, request)).toMatchObject({
      failure: { code: 'timeTaken' },
    });
    expect(await line.offer()).toBe(0);
  });

  test('is taken by a yes; the time that this frees goes to the next', async () => {
    const line = await lineOfTwo();
    await line.free();
    await line.offer();
    expect(await line.accept(line.first)).toEqual({ ok: true, value: 'accepted' });
    expect(await line.accept(line.first)).toEqual({ ok: true, value: 'accepted' });
    expect(await line.startOf(line.first)).toBe(monday);
    expect(await line.holds()).toBe(0);
    expect(await line.look(line.first)).toMatchObject({ before: null, offer: null });
    // Noon came free, which is no earlier for the second one.
    expect(await line.offer()).toBe(0);
    expect(await line.freed()).toEqual([]);
    expect((await line.read(line.first.id)).calendarSequence).toBe(1);
  });

  test('goes to the next after a no, who keeps the place and is not asked about it again', async () => {
    const line = await lineOfTwo();
    await line.free();
    await line.offer();
    await line.decline(line.first);
    expect(await line.look(line.first)).toMatchObject({ before: 0, offer: null });
    expect(await line.offer()).toBe(1);
    expect(await line.look(line.second)).toMatchObject({ offer: { startAt: monday } });
    await line.decline(line.second);
    expect(await line.offer()).toBe(0);
    expect(await line.freed()).toEqual([]);
    expect(await line.holds()).toBe(0);
    expect(await line.startOf(line.first)).toBe(line.first.startAt);
  });

  test('goes to the next when nobody answers in time, and a late yes finds it gone', async () => {
    const line = await lineOfTwo();
    await line.free();
    await line.offer();
    line.setClock(addMinutes(line.now(), 120));
    expect(await line.look(line.first)).toMatchObject({ offer: null });
    expect(await line.accept(line.first)).toEqual({ ok: false, failure: { code: 'offerGone' } });
    expect(await line.offer()).toBe(1);
    expect(await line.look(line.second)).toMatchObject({ offer: { startAt: monday } });
    expect(await line.accept(line.first)).toEqual({ ok: false, failure: { code: 'offerGone' } });
    expect(await line.accept(line.second)).toMatchObject({ ok: true });
    expect(await line.startOf(line.first)).toBe(line.first.startAt);
    expect(await line.startOf(line.second)).toBe(monday);
  });

  test('is offered to one person, however many workers look', async () => {
    const line = await lineOfTwo();
    await line.free();
    const asked = await Promise.all(Array.from({ length: 6 }, line.offer));
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  test('is never had by two: the yes of the last second against the next offer', async () => {
    const line = await lineOfTwo();
    await line.free();
    await line.offer();
    line.setClock(addMinutes(line.now(), 120) - 1);
    const accepting = line.accept(line.first);
    line.setClock(line.now() + 1);
    const [accepted] = await Promise.all([accepting, line.offer(), line.accept(line.second)]);
    await line.offer();
    const late = await line.accept(line.second);
    const starts = await Promise.all([line.startOf(line.first), line.startOf(line.second)]);
    expect(starts.filter((startAt) => startAt === monday)).toHaveLength(1);
    expect([accepted.ok, late.ok].filter(Boolean)).toHaveLength(1);
  });

  test('is offered to nobody when it is too near, or does not suit', async () => {
    const line = await lineOfTwo();
    line.setClock(addMinutes(monday, -74));
    await line.free();
    expect(await line.offer()).toBe(0);
    expect(await line.freed()).toEqual([]);
  });

  test('is gone from the line with an appointment that is cancelled', async () => {
    const line = await lineOfTwo();
    await line.free();
    await line.offer();
    await cancelAppointment(line.tools, line.first.actor, line.first.id);
    expect(await line.holds()).toBe(0);
    await line.offer();
    expect(await line.look(line.second)).toMatchObject({ before: 0, offer: { startAt: monday } });
  });
});
