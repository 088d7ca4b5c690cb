import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readSeatView } from '#features/seat/queue-view.ts';
import { sendBack } from '#features/seat/send-back.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentId, MessageId, VisitId } from '#journey/ids.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { markWordsRead, type Saying, sayToWaiting } from './say-to-waiting.ts';
import { loadVisitView } from './visit-view.ts';

let now = Date.now();
const clock = { now: () => now };
let enqueued: MessageId[] = [];
const jobQueue = { enqueueDelivery: async (_scope, ids) => void enqueued.push(...ids) } as JobQueue;
const tools = { clock, jobQueue };
const toAll: Saying = { to: 'all', word: 'technical', text: '' };

let counter: Counter;
let clerk: SeatedClerk;

beforeEach(async () => {
  now = Date.now();
  enqueued = [];
  counter = await createCounter();
  clerk = await createSeatedClerk(counter);
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const wordsOf = async (visitId: VisitId) =>
  (await inside((scope) => loadVisitView(scope, visitId, now)))?.view.words;
const citizenOf = ({ visitId, appointmentId }: WaitingCitizen): VisitActor => ({
  kind: 'visitor',
  organisationId: counter.organisation.id,
  visitId,
  appointmentId,
  role: 'citizen',
});
const asked = { turnTextPhone: '+32470123456', turnTextAskedAt: new Date(Date.now() - 60_000) };
const messagesOf = ({ appointmentId }: WaitingCitizen) =>
  inside(({ db }) => db.message.findMany({ where: { appointmentId } }));
const seatWordOf = async (id: AppointmentId) =>
  (await readSeatView(clock, clerk.actor, 'Europe/Brussels'))?.entries.find(
    ({ appointmentId }) => appointmentId === id,
  )?.word;

describe('what a clerk says to those who wait', () => {
  test('stands on the pages of all who wait for the team, and of nobody else', async () => {
    const [ahmed, lies] = [await createWaitingCitizen(counter), await createWaitingCitizen(counter)];
    const notThere = await createWaitingCitizen(counter, { present: false });
    const other = await createWaitingCitizen(await createCounter(counter.organisation));
    expect(await sayToWaiting(tools, clerk.actor, toAll)).toEqual({ ok: true, value: { count: 2 } });
    const said = [{ id: expect.any(String), word: 'technical', text: null, at: now }];
    for (const { visitId } of [ahmed, lies]) expect(await wordsOf(visitId)).toEqual(said);
    for (const { visitId } of [notThere, other]) expect(await wordsOf(visitId)).toEqual([]);
    const streams = await inside(({ db }) =>
      db.event.findMany({ where: { type: 'visit.wordSaid' }, select: { stream: true, payload: true } }),
    );
    expect(streams.map(({ stream }) => stream).sort()).toEqual(
      [
        `team:${counter.teamId}`,
        `appointment:${ahmed.appointmentId}`,
        `appointment:${lies.appointmentId}`,
      ].sort(),
    );
  });

  test('can be said to one alone, in own words, of which numbers are masked', async () => {
    const [ahmed, lies] = [await createWaitingCitizen(counter), await createWaitingCitizen(counter)];
    const text = ' Stort op BE68 5390 0754 7034. ';
    await sayToWaiting(tools, clerk.actor, { to: ahmed.appointmentId, word: null, text });
    expect((await wordsOf(ahmed.visitId))?.[0]?.text).toBe('Stort op •••• •••• •••• ••••.');
    expect(await wordsOf(lies.visitId)).toEqual([]);
  });

  test('reaches also who left the page and waits for a text: one comes at once, and it stands there when they come back', async () => {
    const away = await createWaitingCitizen(counter, { present: false, ...asked });
    expect(await sayToWaiting(tools, clerk.actor, toAll)).toEqual({ ok: true, value: { count: 1 } });
    expect(await wordsOf(away.visitId)).toHaveLength(1);
    const messages = await messagesOf(away);
    expect(messages).toMatchObject([{ kind: 'waitingWord', channel: 'sms', plannedAt: new Date(now) }]);
    expect(enqueued).toEqual(messages.map(({ id }) => id));
  });

  test('also sends a text to who was told already that it is nearly their turn and is not back', async () => {
    const told = { present: false, ...asked, turnTextToldAt: new Date(now - 60_000) };
    const away = await createWaitingCitizen(counter, told);
    await sayToWaiting(tools, clerk.actor, { ...toAll, to: away.appointmentId });
    expect(await messagesOf(away)).toHaveLength(1);
  });

  test('sends no text to who has the page open, and none to whom it is not said', async () => {
    const here = await createWaitingCitizen(counter, asked);
    const away = await createWaitingCitizen(counter, { present: false, ...asked });
    await sayToWaiting(tools, clerk.actor, { ...toAll, to: here.appointmentId });
    expect([...(await messagesOf(here)), ...(await messagesOf(away))]).toEqual([]);
    expect(enqueued).toEqual([]);
  });

  test('stays until the citizen read it, which the seat sees', async () => {
    const ahmed = await createWaitingCitizen(counter);
    await sayToWaiting(tools, clerk.actor, toAll);
    expect(await seatWordOf(ahmed.appointmentId)).toEqual({ at: now, isRead: false });
    const at = now;
    now += 60_000;
    await markWordsRead(clock, { ...citizenOf(ahmed), role: 'companion' });
    expect(await wordsOf(ahmed.visitId)).toHaveLength(1);
    await markWordsRead(clock, citizenOf(ahmed));
    await markWordsRead(clock, citizenOf(ahmed));
    expect(await wordsOf(ahmed.visitId)).toEqual([]);
    expect(await seatWordOf(ahmed.appointmentId)).toEqual({ at, isRead: true });
    const stream = `appointment:${ahmed.appointmentId}`;
    const read = await inside(({ db }) => db.event.count({ where: { stream, type: 'visit.wordsRead' } }));
    expect(read).toBe(1);
  });

  test('is over once they were called, also when they wait again', async () => {
    const ahmed = await createWaitingCitizen(counter);
    await sayToWaiting(tools, clerk.actor, toAll);
    now += 1_000;
    const videoRooms = { close: async () => {} } as unknown as VideoRooms;
    const wish = { reason: 'lookingUp', remark: '', isBehind: false } as const;
    await sendBack({ clock, videoRooms }, clerk.actor, ahmed.conversationId, wish);
    expect(await wordsOf(ahmed.visitId)).toEqual([]);
    now += 1_000;
    await sayToWaiting(tools, clerk.actor, toAll);
    expect(await wordsOf(ahmed.visitId)).toHaveLength(1);
  });

  test.each([
    ['nothing', { to: 'all', word: null, text: '  ' }, 'empty'],
    ['something to nobody', toAll, 'nobodyWaits'],
  ] as const)('is refused when it is %s', async (_what, saying, code) => {
    expect(await sayToWaiting(tools, clerk.actor, saying)).toEqual({ ok: false, failure: { code } });
  });

  test('cannot be said to who waits for another team, nor by who works for none', async () => {
    const other = await createWaitingCitizen(await createCounter(counter.organisation));
    const to = other.appointmentId;
    expect(await sayToWaiting(tools, clerk.actor, { ...toAll, to })).toMatchObject({ ok: false });
    const nowhere = { ...clerk.actor, seat: null };
    expect(await sayToWaiting(tools, nowhere, toAll)).toEqual({ ok: false, failure: { code: 'notFound' } });
    expect(await wordsOf(other.visitId)).toEqual([]);
  });

  test('goes with the appointment when that is erased', async () => {
    const ahmed = await createWaitingCitizen(counter);
    await sayToWaiting(tools, clerk.actor, toAll);
    const where = { appointmentId: ahmed.appointmentId };
    expect(await inside(({ db }) => db.waitingWord.count({ where }))).toBe(1);
    await inside(({ db }) => db.appointment.deleteMany({ where: { id: ahmed.appointmentId } }));
    expect(await inside(({ db }) => db.waitingWord.count({ where }))).toBe(0);
  });
});
