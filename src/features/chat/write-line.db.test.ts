import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import { longestChatLine } from '#journey/chat.ts';
import { createParticipant } from '../../../prisma/factories/conversation-factories.ts';
import {
  type Counter,
  createCounter,
  createPersonAtTheDoor,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { type ChatPerson, findChatPlace, readChatLines } from './chat.data.ts';
import { mostLinesPerMinute, writeLine } from './write-line.ts';

let counter: Counter;
let clerk: SeatedClerk;
let citizen: WaitingCitizen;
let visitor: VisitActor;

const clock = { now: () => Date.now() };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  counter = await createCounter();
  clerk = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
  citizen = await createWaitingCitizen(counter, { citizenName: 'Sofie Van Daele' });
  visitor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId: citizen.visitId,
    appointmentId: citizen.appointmentId,
    role: 'citizen',
  };
});

async function admit(): Promise<void> {
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  await createParticipant(counter.organisation.id, citizen.conversationId, {
    ...admitted,
    role: 'clerk',
    staffMemberId: clerk.actor.staffMemberId,
  });
  await inside(async ({ db }) => {
    await db.conversation.updateMany({
      where: { id: citizen.conversationId },
      data: { ...admitted, clerkId: clerk.actor.staffMemberId },
    });
    await db.participant.updateMany({ where: { id: citizen.participantId }, data: admitted });
  });
}

const write = (text: string, key: string = randomUUID()) => writeLine(clock, visitor, { key, text });
const answer = (text: string, by = clerk) =>
  writeLine(clock, { actor: by.actor, conversationId: citizen.conversationId }, { key: randomUUID(), text });
const readAs = (person: ChatPerson) =>
  inside(async (scope) => {
    const place = await findChatPlace(scope, person);
    return place && readChatLines(scope, place);
  });
const asCitizen = () => readAs({ visitId: visitor.visitId });
const asClerk = () =>
  readAs({ conversationId: citizen.conversationId, staffMemberId: clerk.actor.staffMemberId });
const done = { ok: true, value: null };
const notFound = { ok: false, failure: { code: 'notFound' } };

describe('what is written beside the picture', () => {
  test('is read by both, each with the name of the other, in the order in which it was written', async () => {
    await admit();
    expect(await write('Hoort u mij goed?')).toEqual(done);
    expect(await answer('Ja, ik hoor u.')).toEqual(done);
    expect(await asCitizen()).toMatchObject([
      { number: 1, author: 'self', text: 'Hoort u mij goed?', isMasked: false },
      { number: 2, author: 'clerk', name: 'Mieke Verstraete', text: 'Ja, ik hoor u.', key: null },
    ]);
    expect(await asClerk()).toMatchObject([
      { number: 1, author: 'citizen', name: 'Sofie Van Daele', key: null },
      { number: 2, author: 'self', text: 'Ja, ik hoor u.' },
    ]);
  });

  test('is one line however often the same page sends it, also at the same time', async () => {
    await admit();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => write('Een keer', key)));
    expect(answers).toEqual(Array(5).fill(done));
    expect(await asClerk()).toMatchObject([{ text: 'Een keer' }]);
    expect((await asCitizen())?.map((line) => line.key)).toEqual([key]);
  });

  test('has numbers of its own for lines that come in the same moment', async () => {
    await admit();
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => (index % 2 ? answer(`${index}`) : write(`${index}`))),
    );
    expect((await asClerk())?.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('is kept without the sensitive numbers in it', async () => {
    await admit();
    await write('Mijn nummer is 85.07.30-033.28, dank u');
    await answer('Uw rekening BE68 5390 0754 7034?');
    const lines = await asCitizen();
    expect(lines?.map(({ isMasked }) => isMasked)).toEqual([true, true]);
    expect(lines?.map(({ text }) => text).join()).not.toMatch(/\d/);
    const kept = await inside(({ db }) => db.textLine.findMany({ select: { text: true } }));
    expect(kept.map(({ text }) => text).join()).not.toMatch(/\d/);
  });

  test('stays with the citizen who goes on with another device, and is closed to the earlier one', async () => {
    await admit();
    await write('Ik neem mijn telefoon');
    const phone = await createPersonAtTheDoor(counter, citizen, { role: 'citizen' });
    await inside(async ({ db }) => {
      await db.participant.updateMany({
        where: { id: citizen.participantId },
        data: { state: 'waiting', admittedAt: null },
      });
      await db.participant.updateMany({
        where: { id: phone.participantId },
        data: { state: 'admitted', admittedAt: new Date() },
      });
    });
    expect(await readAs({ visitId: phone.visitId })).toMatchObject([
      { author: 'self', text: 'Ik neem mijn telefoon' },
    ]);
    expect(await asCitizen()).toBeNull();
    expect(await write('Nog hier?')).toEqual(notFound);
  });

  test('is no business of who waits, of a colleague, of a companion in a role without that right, nor of anybody after the end', async () => {
    expect(await write('Ik wacht nog')).toEqual(notFound);
    await admit();
    const colleague = await createSeatedClerk(counter);
    expect(await answer('Ik ook', colleague)).toEqual(notFound);
    const companion = await createPersonAtTheDoor(counter, citizen, {
      role: 'companion',
      companionName: 'Jan',
    });
    await inside(({ db }) =>
      db.participant.updateMany({
        where: { id: companion.participantId },
        data: { state: 'admitted', admittedAt: new Date() },
      }),
    );
    const expectOfCompanion = async (companionRole: 'interpreter' | 'textInterpreter', may: boolean) => {
      await inside(({ db }) =>
        db.visit.updateMany({ where: { id: companion.visitId }, data: { companionRole } }),
      );
      expect((await readAs({ visitId: companion.visitId })) !== null).toBe(may);
    };
    expect(await readAs({ visitId: companion.visitId })).toBeNull();
    await expectOfCompanion('interpreter', false);
    await expectOfCompanion('textInterpreter', true);
    await inside(({ db }) =>
      db.conversation.updateMany({
        where: { id: citizen.conversationId },
        data: { state: 'ended', endedAt: new Date() },
      }),
    );
    expect(await write('Nog iets')).toEqual(notFound);
    expect(await answer('Nog iets')).toEqual(notFound);
    expect(await asClerk()).toBeNull();
  });

  test('is refused when it says nothing, is too long, or is a flood', async () => {
    await admit();
    expect(await write(' \n\u0000 ')).toEqual({ ok: false, failure: { code: 'empty' } });
    expect(await write('a'.repeat(longestChatLine + 1))).toEqual({ ok: false, failure: { code: 'tooLong' } });
    expect(await write('a'.repeat(longestChatLine))).toEqual(done);
    for (let count = 1; count < mostLinesPerMinute; count += 1) await write(`${count} x`);
    expect(await write('te veel')).toEqual({ ok: false, failure: { code: 'tooFast' } });
    expect(await answer('De ander schrijft gewoon verder.')).toEqual(done);
  });

  test('is told on the stream of the conversation alone, by number and without a word of it', async () => {
    await admit();
    await write('Geheim');
    const events = await inside(({ db }) => db.event.findMany({ where: { type: 'chat.written' } }));
    expect(events).toMatchObject([
      {
        stream: `conversation:${citizen.conversationId}`,
        payload: { conversationId: citizen.conversationId, number: 1 },
      },
    ]);
  });
});
