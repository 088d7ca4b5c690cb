import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { MessageId, RequestId } from '#journey/ids.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import { createVisit } from '../../../prisma/factories/conversation-factories.ts';
import { createRequest } from '../../../prisma/factories/request-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { readSeatRequests } from './read-seat-requests.ts';
import { sendRequestLink } from './send-request-link.ts';

const own = '+32470123456';
let counter: Counter;
let mieke: StaffActor;
let citizen: WaitingCitizen;
let id: RequestId;
let now: number;
let queued: MessageId[];
let isAllowed: boolean;

const clock = { now: () => now };
const jobQueue = {
  enqueueDelivery: async (_: unknown, ids: readonly MessageId[]) => void queued.push(...ids),
} as unknown as JobQueue;
const attemptLimiter: AttemptLimiter = { allow: async () => isAllowed };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const messages = () => inside(({ db }) => db.message.findMany());

async function send(to: string, by = mieke, press: string = randomUUID()): Promise<string> {
  const which = { appointmentId: citizen.appointmentId, id };
  const pressed = { press: press as MessageId, to };
  const result = await sendRequestLink({ clock, jobQueue, attemptLimiter }, by, which, pressed);
  now += 1_000;
  return result.ok ? 'underway' : result.failure.code;
}
const shown = async () => {
  const read = await readSeatRequests(mieke, citizen.appointmentId);
  return read.ok ? read.value.requests[0]?.sent : null;
};

beforeEach(async () => {
  now = Date.now();
  queued = [];
  isAllowed = true;
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter)).actor;
  citizen = await createWaitingCitizen(counter, { phone: own });
  const about = { appointmentId: citizen.appointmentId, serviceId: counter.serviceId };
  id = (await createRequest(counter.organisation.id, about)).id;
});

describe('the link to a request by text message', () => {
  test('goes at once to the appointment’s number, which is kept nowhere else', async () => {
    expect(await send('0470 12 34 56')).toBe('underway');
    const [message] = await messages();
    expect(message).toMatchObject({ kind: 'requestLink', channel: 'sms', requestId: id, goesTo: null });
    expect(queued).toEqual([message?.id]);
    expect(await shown()).toEqual({ number: '0470 12 34 56', state: 'underway', isByCode: false });
  });

  test('goes to another number that is typed, and leaves the appointment’s own as it is', async () => {
    expect(await send('0471 00 00 99')).toBe('underway');
    expect(await messages()).toMatchObject([{ goesTo: '+32471000099' }]);
    expect(await shown()).toMatchObject({ number: '0471 00 00 99', isByCode: true });
    const appointment = await inside(({ db }) =>
      db.appointment.findFirstOrThrow({ where: { id: citizen.appointmentId } }),
    );
    expect(appointment.phone).toBe(own);
    const events = await inside(({ db }) => db.event.findMany({ where: { type: 'request.linkSent' } }));
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain('471000099');
  });

  test('goes once for a press, also when it is said again or twice at once, and again for another press', async () => {
    const press = randomUUID();
    expect(await Promise.all([send(own, mieke, press), send(own, mieke, press)])).toEqual([
      'underway',
      'underway',
    ]);
    isAllowed = false;
    expect(await send(own, mieke, press)).toBe('underway');
    expect(await messages()).toHaveLength(1);
    isAllowed = true;
    await send(own);
    expect(await messages()).toHaveLength(2);
  });

  test('is not sent to what is no mobile number, to who wants no texts, or too often', async () => {
    expect(await send('  ')).toBe('toMissing');
    expect(await send('0470')).toBe('toWrong');
    expect(await send('09 323 45 67')).toBe('notMobile');
    await inside((scope) => writeTextStop(scope, '+32471000099', new Date(now)));
    expect(await send('0471 00 00 99')).toBe('stopped');
    isAllowed = false;
    expect(await send(own)).toBe('sentTooOften');
    expect(await messages()).toEqual([]);
  });

  test('is not sent by another team, nor of what is settled or asked of a third person', async () => {
    const stranger = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    expect(await send(own, stranger)).toBe('notFound');
    const companion = await createVisit(counter.organisation.id, citizen.appointmentId, {
      role: 'companion',
      companionName: 'An',
    });
    const set = (data: object) => inside(({ db }) => db.request.updateMany({ where: { id }, data }));
    await set({ companionVisitId: companion.id });
    expect(await send(own)).toBe('notFound');
    await set({ companionVisitId: null, state: 'fulfilled', settledAt: new Date(now) });
    expect(await send(own)).toBe('settled');
    expect(await messages()).toEqual([]);
  });
});

test('the database lets no other message go to a number of its own, and no link lead to another appointment’s request', async () => {
  await send('0471 00 00 99');
  const set = (data: object) => inside(({ db }) => db.message.updateMany({ data }));
  await expect(set({ kind: 'reminder' })).rejects.toThrow(/Message_for_a_request/);
  await expect(set({ kind: 'reminder', requestId: null })).rejects.toThrow(/Message_goes_elsewhere/);
  const other = await createWaitingCitizen(counter);
  await expect(set({ appointmentId: other.appointmentId })).rejects.toThrow(/requestId_fkey/);
});
