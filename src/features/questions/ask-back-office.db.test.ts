import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { BackOfficeQuestionId, MessageId } from '#journey/ids.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { alarmOverdue, answerBackOffice, askBackOffice, listQuestionChoices } from './ask-back-office.ts';
import type { NewQuestion, QuestionAct } from './question.ts';
import { isWrittenTo, readToldQuestions } from './questions.data.ts';

let counter: Counter;
let other: Counter;
let mieke: StaffActor;
let els: StaffActor;
let citizen: WaitingCitizen;
let now: number;
const clock = { now: () => now };
let queued: MessageId[];
const jobQueue = {
  enqueueDelivery: async (_: unknown, ids: readonly MessageId[]) => void queued.push(...ids),
} as unknown as JobQueue;
const hour = 3_600_000;
const day = 24 * hour;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  now = Date.now();
  queued = [];
  counter = await createCounter();
  other = await createCounter(counter.organisation);
  mieke = (await createSeatedClerk(counter, { name: 'Mieke Verstraete' })).actor;
  els = (await createSeatedClerk(other, { name: 'Els Claes' })).actor;
  citizen = await createWaitingCitizen(counter);
  await inside(({ db }) =>
    db.conversation.updateMany({
      where: { id: citizen.conversationId },
      data: { state: 'ended', clerkId: mieke.staffMemberId, admittedAt: new Date(), endedAt: new Date() },
    }),
  );
});

const ask = (over: Partial<NewQuestion> = {}, by = mieke) =>
  askBackOffice(clock, by, citizen.conversationId, {
    teamId: other.teamId,
    clerkId: null,
    question: 'Klopt de berekening van de belasting?',
    answerBy: now + 2 * day,
    isForCitizen: true,
    ...over,
  });

async function asked(over: Partial<NewQuestion> = {}): Promise<BackOfficeQuestionId> {
  const result = await ask(over);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const act = async (by: StaffActor, id: BackOfficeQuestionId, what: QuestionAct) => {
  const result = await answerBackOffice({ clock, jobQueue }, by, id, what);
  return result.ok ? 'done' : result.failure.code;
};
const answer = (by: StaffActor, id: BackOfficeQuestionId) =>
  act(by, id, { act: 'answer', answer: 'Ja, ze klopt.' });
const told = () => inside((scope) => readToldQuestions(scope, citizen.appointmentId));
const messages = () =>
  inside(({ db }) => db.message.findMany({ where: { appointmentId: citizen.appointmentId } }));
const leave = (data: { email: string | null; phone: string | null }) =>
  inside(({ db }) => db.appointment.updateMany({ where: { id: citizen.appointmentId }, data }));
const eventsOf = (type: string) => inside(({ db }) => db.event.findMany({ where: { type } }));

describe('a question that runs on', () => {
  test('is answered by the team that was asked, read by the citizen, and done with by who asked', async () => {
    const id = await asked();
    expect(await told()).toMatchObject([{ id, clerkName: null, answer: null, answerBy: now + 2 * day }]);
    expect(await act(mieke, id, { act: 'confirm' })).toBe('done');
    expect(await eventsOf('question.done')).toEqual([]);
    expect(await answer(els, id)).toBe('done');
    expect(await told()).toMatchObject([{ answer: 'Ja, ze klopt.' }]);
    expect(await act(els, id, { act: 'confirm' })).toBe('notFound');
    expect(await act(mieke, id, { act: 'confirm' })).toBe('done');
    expect(await eventsOf('question.done')).toHaveLength(3);
  });

  test('tells both seats and the appointment, and puts no words in events', async () => {
    await asked();
    const events = await eventsOf('question.asked');
    expect(events.map(({ stream }) => stream).toSorted()).toEqual(
      [`appointment:${citizen.appointmentId}`, `team:${counter.teamId}`, `team:${other.teamId}`].toSorted(),
    );
    expect(JSON.stringify(events)).not.toContain('belasting');
  });

  test('is answered once, also when two answer at the same moment', async () => {
    const id = await asked();
    const colleague = (await createSeatedClerk(other)).actor;
    const codes = await Promise.all([answer(els, id), answer(colleague, id)]);
    expect(codes.toSorted()).toEqual(['answeredAlready', 'done']);
  });

  test('is answered by nobody else', async () => {
    const colleague = (await createSeatedClerk(other)).actor;
    const id = await asked({ clerkId: els.staffMemberId });
    expect(await answer(colleague, id)).toBe('notFound');
    expect(await answer(mieke, id)).toBe('notFound');
    expect(await answer(els, id)).toBe('done');
  });

  test('stays between colleagues when it is not for the citizen', async () => {
    await answer(els, await asked({ isForCitizen: false }));
    expect(await told()).toEqual([]);
  });
});

describe('the citizen', () => {
  test('is told once that there is an answer: by mail, or by text message without one', async () => {
    await leave({ email: 'sofie@example.org', phone: '+32470123456' });
    const id = await asked();
    expect(await messages()).toEqual([]);
    await answer(els, id);
    await answer(els, id);
    expect(await messages()).toMatchObject([
      { kind: 'questionAnswered', channel: 'email', state: 'planned' },
    ]);
    expect(queued).toEqual((await messages()).map(({ id: message }) => message));
    await leave({ email: null, phone: '+32470123456' });
    now += 1_000;
    await answer(els, await asked());
    expect((await messages()).map(({ channel }) => channel).toSorted()).toEqual(['email', 'sms']);
  });

  test('is told nothing of what stays between colleagues', async () => {
    await answer(els, await asked({ isForCitizen: false }));
    expect(await messages()).toEqual([]);
  });

  test('reads whether a message will come', async () => {
    const isToldLater = () => inside((scope) => isWrittenTo(scope, citizen.appointmentId));
    await leave({ email: null, phone: '+32470123456' });
    expect(await isToldLater()).toBe(true);
    await inside((scope) => writeTextStop(scope, '+32470123456', new Date(now)));
    expect(await isToldLater()).toBe(false);
    await leave({ email: 'sofie@example.org', phone: '+32470123456' });
    expect(await isToldLater()).toBe(true);
  });
});

describe('asking', () => {
  test('is for the clerk of the conversation, of somebody who is there, by a moment to come', async () => {
    expect(await ask({}, els)).toMatchObject({ failure: { code: 'notFound' } });
    expect(await ask({ answerBy: now })).toMatchObject({ failure: { code: 'badMoment' } });
    expect(await ask({ answerBy: now + 91 * day })).toMatchObject({ failure: { code: 'badMoment' } });
    expect(await ask({ clerkId: mieke.staffMemberId })).toMatchObject({ failure: { code: 'nobodyThere' } });
    expect(await ask({ teamId: counter.teamId, clerkId: els.staffMemberId })).toMatchObject({
      failure: { code: 'nobodyThere' },
    });
  });

  test('proposes the ends of working days, past weekends and holidays', async () => {
    // A Friday morning.
    now = Date.UTC(2026, 10, 27, 9);
    await inside(({ db, organisationId }) =>
      db.holiday.create({
        data: { organisationId, date: new Date('2026-11-30'), name: { nl: 'x', fr: 'x', en: 'x', de: 'x' } },
      }),
    );
    const reader = { language: 'nl', formOfAddress: 'u', timeZone: 'Europe/Brussels' } as const;
    const { moments, people } = await listQuestionChoices(clock, mieke, reader);
    expect(moments.slice(0, 2)).toEqual([
      { days: 1, at: Date.UTC(2026, 11, 1, 16) },
      { days: 2, at: Date.UTC(2026, 11, 2, 16) },
    ]);
    expect(people.map(({ name }) => name)).toEqual(['Els Claes']);
  });
});

describe('an alarm', () => {
  test('goes once, when the moment passed without an answer', async () => {
    await asked();
    await answer(els, await asked());
    expect(await alarmOverdue(clock, counter.organisation.id)).toBe(0);
    now += 2 * day;
    expect(await alarmOverdue(clock, counter.organisation.id)).toBe(1);
    expect(await alarmOverdue(clock, counter.organisation.id)).toBe(0);
    expect(await eventsOf('question.overdue')).toHaveLength(3);
  });
});
