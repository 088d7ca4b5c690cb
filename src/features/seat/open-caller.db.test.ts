import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { drawPhrase } from '#features/booking/phrase-words.ts';
import { drawReference } from '#features/booking/reference.ts';
import { askRequest } from '#features/requests/ask-request.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId } from '#journey/ids.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';
import { createRequestStatement } from '../../../prisma/factories/request-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import { closePhone } from './call-by-phone.ts';
import {
  type Caller,
  type CallerTools,
  listCallableServices,
  nameCaller,
  openCaller,
} from './open-caller.ts';
import { readSeatView } from './queue-view.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
const clock = { now: () => Date.now() };
const tools: CallerTools = { clock, linkSecret, drawPhrase, drawReference };

let counter: Counter;
let mieke: StaffActor;

beforeEach(async () => {
  counter = await createCounter();
  mieke = (await createSeatedClerk(counter, { name: 'Mieke' })).actor;
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const open = async (by = mieke, over: Partial<Caller> = {}): Promise<string> => {
  const { serviceId } = counter;
  const caller = { serviceId, name: '', phone: null, language: 'nl', press: randomUUID(), ...over } as const;
  const result = await openCaller(tools, by, caller);
  return result.ok ? result.value.conversationId : result.failure.code;
};
const entries = () => inside(({ db }) => db.appointment.findMany({ include: { conversation: true } }));
const only = async () => {
  const [entry] = await entries();
  if (entry === undefined) throw new Error('There is no entry.');
  return { ...entry, id: entry.id as AppointmentId };
};

describe('somebody who telephones without appointment', () => {
  test('is in conversation with the clerk at once, without a seat, a name or a number, with a link and words of their own', async () => {
    const conversationId = await open();
    const entry = await only();
    expect(entry).toMatchObject({
      kind: 'walkIn',
      channel: 'phone',
      requestChannel: 'phone',
      seatId: null,
      citizenName: '',
      phone: null,
      bookedById: mieke.staffMemberId,
      conversation: { id: conversationId, state: 'admitted', channel: 'phone', clerkId: mieke.staffMemberId },
    });
    expect(entry.phraseWords).toHaveLength(2);
    expect(entry.linkTokenHash).toEqual(hashToken(deriveLinkToken(linkSecret, entry.id)));
    const view = await readSeatView(clock, mieke, 'Europe/Brussels');
    expect(view?.current).toMatchObject({ conversationId, isOwn: true, byPhone: true });
    expect(view?.entries[0]).toMatchObject({ citizenName: '', state: 'admitted', channel: 'phone' });
  });

  test('can be asked what their service states', async () => {
    const { id: statementId } = await createRequestStatement(counter.organisation.id, counter.serviceId);
    await open();
    const { id } = await only();
    expect(await askRequest(clock, mieke, id, { statementId, companionVisitId: null })).toMatchObject({
      ok: true,
    });
  });

  test('is named once, by the clerk who speaks with them', async () => {
    await open();
    const { id } = await only();
    const pieter = (await createSeatedClerk(counter)).actor;
    expect(await nameCaller(clock, pieter, id, 'Nobody')).toMatchObject({ ok: false });
    expect(await nameCaller(clock, mieke, id, 'Karim Aziz')).toEqual({ ok: true, value: null });
    expect(await nameCaller(clock, mieke, id, 'Another')).toMatchObject({ ok: false });
    expect((await only()).citizenName).toBe('Karim Aziz');
    const events = await inside(({ db }) => db.event.findMany());
    expect(events.map(({ type }) => type)).toContain('appointment.named');
    expect(JSON.stringify(events)).not.toContain('Karim');
  });

  test('of whom nothing came is given up, with what was asked', async () => {
    const { id: statementId } = await createRequestStatement(counter.organisation.id, counter.serviceId);
    await open(mieke, { phone: '+32470555012' });
    const { id } = await only();
    await askRequest(clock, mieke, id, { statementId, companionVisitId: null });
    expect(await closePhone(clock, mieke, id)).toEqual({ ok: true, value: null });
    expect(await only()).toMatchObject({ state: 'cancelled', cancelledBy: 'staff', conversation: null });
    const requests = await inside(({ db }) => db.request.findMany({ select: { state: true } }));
    expect(requests).toEqual([{ state: 'expired' }]);
  });
});

describe('a conversation is opened', () => {
  test('once for a press, also when it is said twice at once', async () => {
    const press = randomUUID();
    const [one, two] = await Promise.all([open(mieke, { press }), open(mieke, { press })]);
    expect(one).toBe(two);
    expect(await open(mieke, { press })).toBe(one);
    expect(await entries()).toHaveLength(1);
  });

  test('by nobody who speaks already, and then nothing is left of it', async () => {
    const first = (await open()) as ConversationId;
    expect(await open()).toBe('alreadyInConversation');
    expect((await entries()).map(({ conversation }) => conversation?.id)).toEqual([first]);
  });

  test('only for the services of the team at whose seat the clerk sits', async () => {
    const other = await createCounter(counter.organisation);
    expect(await listCallableServices(mieke)).toMatchObject([{ id: counter.serviceId }]);
    expect(await open(mieke, { serviceId: other.serviceId })).toBe('notFound');
    expect(await open({ ...mieke, seat: null })).toBe('notFound');
    expect(await entries()).toEqual([]);
  });
});

test('the database refuses an entry by telephone that holds a seat or that nobody made, and any other one without a name', async () => {
  await open();
  const set = (data: object) => inside(({ db }) => db.appointment.updateMany({ data }));
  const { seatId } = await createSeatedClerk(counter);
  await expect(set({ seatId })).rejects.toThrow(/Appointment_kind_fits/);
  await expect(set({ bookedById: null })).rejects.toThrow(
    /Appointment_kind_fits|Appointment_booked_by_staff_or_website/,
  );
  await expect(set({ channel: 'video', bookedById: null, requestChannel: 'website' })).rejects.toThrow(
    /Appointment_has_a_name/,
  );
});
