import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresAttemptLimiter as attemptLimiter } from '#adapters/attempt-limiter/postgres-attempt-limiter.ts';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, MessageId, TeamId, TextLineId } from '#journey/ids.ts';
import { linkMark } from '#journey/text-lines.ts';
import type { IncomingLetter } from '#ports/incoming-mail.ts';
import type { SendOutcome } from '#ports/mailer.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../../prisma/factories/seat-factories.ts';
import {
  answerThread,
  claimThread,
  closeThread,
  openThread,
  releaseThread,
  reopenThread,
} from './change-thread.ts';
import { recordLineReport, sendLines } from './send-lines.ts';
import type { LineToSend } from './sending.data.ts';
import { type Incoming, takeIncoming } from './take-incoming.ts';
import { takeLetter } from './take-letter.ts';

const linkSecret = 'a secret of links that only tests know';
let now = Date.UTC(2026, 10, 24, 9);
const clock = { now: () => now };
let counter: Counter;
let receiver: Parameters<typeof takeIncoming>[1];
let mieke: StaffActor;
let jonas: StaffActor;
let numbers = 0;

beforeAll(async () => {
  counter = await createCounter();
  const { id } = counter.organisation;
  receiver = { id, name: 'Stad Leiebeke', formOfAddress: 'u', defaultLanguage: 'nl', phone: '09 123 45 67' };
  mieke = (await createSeatedClerk(counter)).actor;
  jonas = (await createSeatedClerk(counter)).actor;
});

beforeEach(() => {
  now = Date.UTC(2026, 10, 24, 9);
  numbers += 1;
});

afterAll(closeDatabase);

const phone = () => `+324700000${String(numbers).padStart(2, '0')}`;
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(receiver.id, work);

function write(text: string, more: Partial<Incoming> = {}) {
  return takeIncoming({ clock, attemptLimiter }, receiver, {
    means: 'sms',
    from: phone(),
    to: '+32460000000',
    text,
    files: 0,
    sourceReference: crypto.randomUUID(),
    answered: [],
    optOut: null,
    ...more,
  });
}

async function threadOf(taken: Awaited<ReturnType<typeof takeLetter>>): Promise<ConversationId> {
  if (taken.kind !== 'taken') throw new Error(`It was ${taken.kind}.`);
  return taken.conversationId;
}

async function read(id: ConversationId) {
  const opened = await openThread(mieke, id);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

const linesOf = async (id: ConversationId) =>
  (await read(id)).lines.map(({ author, text }) => `${author}: ${text}`);

async function meet(overrides: Parameters<typeof createAppointment>[2]): Promise<AppointmentId> {
  const { organisation, teamId, serviceId } = counter;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  return (await createAppointment(place, linkSecret, { startAt: new Date(now + 3_600_000), ...overrides }))
    .id;
}

describe('what somebody writes', () => {
  test('becomes a conversation of nobody known, and is answered once with a warning', async () => {
    const first = await write('Hallo, ik kom te laat.');
    const second = await write('Tien minuten.');
    expect(first).toMatchObject({ kind: 'taken', isNew: true });
    expect(second).toEqual({ ...first, isNew: false });
    const lines = await linesOf(await threadOf(first));
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^product: Dank u, .* medewerker van Stad Leiebeke .* geen rijksregisternummer/);
  });

  test('comes in once, also when it is handed over twice at the same moment', async () => {
    const source = { sourceReference: `SM${numbers}` };
    const taken = await Promise.all([write('Hallo', source), write('Hallo', source), write('Hallo', source)]);
    expect(taken.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'taken']);
  });

  test('is one conversation also when several messages begin it at once', async () => {
    const taken = await Promise.all(['een', 'twee', 'drie', 'vier'].map((text) => write(text)));
    const ids = new Set(await Promise.all(taken.map(threadOf)));
    expect(ids.size).toBe(1);
    const [id] = ids;
    const { lines } = await read(id as ConversationId);
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(lines.filter(({ author }) => author === 'product')).toHaveLength(1);
  });

  test('is never kept with a sensitive number in it, and says so at once and once', async () => {
    const id = await threadOf(await write('Hallo'));
    await write('Mijn nummer is 85.07.30-033.28');
    await write('En mijn rekening BE68 5390 0754 7034');
    const kept = await inside(({ db }) => db.textLine.findMany({ where: { conversationId: id } }));
    expect(kept.map(({ text }) => text).join()).not.toMatch(/033|5390/);
    const lines = await linesOf(id);
    expect(lines).toContain('citizen: Mijn nummer is ••.••.••-•••.••');
    expect(lines.filter((line) => /gevoelig nummer/.test(line))).toHaveLength(1);
    expect(kept.filter(({ isMasked }) => isMasked)).toHaveLength(2);
  });

  test('has its files refused in words, and is taken also when there is nothing but a file', async () => {
    const id = await threadOf(await write('', { files: 2 }));
    const { lines } = await read(id);
    expect(lines[0]).toMatchObject({ text: '', refusedFiles: 2 });
    expect(lines[1]?.text).toMatch(/Bestanden nemen we hier niet aan/);
    expect(await write('', { files: 0 })).toEqual({ kind: 'empty' });
  });

  test('is refused beyond thirty lines in an hour, which is said once; another sender and STOP are heard', async () => {
    const id = await threadOf(await write('1'));
    const more = await Promise.all(Array.from({ length: 33 }, (_, index) => write(`${index + 2}`)));
    expect(more.filter(({ kind }) => kind === 'taken')).toHaveLength(29);
    expect(more.filter(({ kind }) => kind === 'tooMany')).toHaveLength(4);
    const lines = await linesOf(id);
    expect(lines.filter((line) => line.startsWith('citizen'))).toHaveLength(30);
    expect(lines.filter((line) => line.startsWith('product'))).toEqual([
      expect.stringContaining('aangekomen'),
      expect.stringMatching(/heel veel berichten .* 09 123 45 67/),
    ]);
    expect(await write('Hallo', { from: '+32470333301' })).toMatchObject({ kind: 'taken' });
    expect(await write('STOP')).toMatchObject({ kind: 'taken' });
  });

  test('is not answered after STOP, by the product or by a clerk, until START', async () => {
    const id = await threadOf(await write('Stop'));
    await write('Mijn nummer is 85073003328');
    expect((await read(id)).lines.map(({ author }) => author)).toEqual(['citizen', 'citizen']);
    const answer = { text: 'Dag', withLink: false };
    expect(await answerThread(clock, mieke, id, answer)).toMatchObject({ failure: { code: 'stopped' } });
    await closeThread(clock, mieke, id);
    const next = await threadOf(await write('Nog iets'));
    expect(await answerThread(clock, mieke, next, answer)).toMatchObject({ failure: { code: 'stopped' } });
    await write('START');
    expect(await answerThread(clock, mieke, next, answer)).toMatchObject({ ok: true });
  });

  test('is answered without a sensitive number, whoever reads it', async () => {
    const id = await threadOf(await write('Wat is mijn nummer?'));
    const answer = { text: 'Uw nummer is 85.07.30-033.28.', withLink: false };
    expect(await answerThread(clock, mieke, id, answer)).toMatchObject({ ok: true });
    expect((await read(id)).lines.at(-1)).toMatchObject({
      author: 'clerk',
      text: 'Uw nummer is ••.••.••-•••.••.',
      isMasked: true,
    });
  });

  test('belongs to the appointment of the message that it answers, else of its address', async () => {
    const byPhone = await meet({ phone: phone() });
    expect((await read(await threadOf(await write('Ik kom')))).about).toMatchObject({
      appointmentId: byPhone,
      isOwnAddress: true,
    });
    const answered = await meet({ email: 'an@example.org', phone: null });
    const message = await inside(({ db }) =>
      db.message.create({
        data: {
          organisationId: receiver.id,
          appointmentId: answered,
          kind: 'confirmation',
          channel: 'email',
          plannedAt: new Date(now),
          nextAttemptAt: new Date(now),
        },
        select: { id: true },
      }),
    );
    const other = {
      from: `other${numbers}@example.org`,
      means: 'email',
      answered: [message.id as MessageId],
    };
    expect(
      (await read(await threadOf(await write('Ik kom', other as Partial<Incoming>)))).about,
    ).toMatchObject({
      appointmentId: answered,
      isOwnAddress: false,
    });
  });
});

describe('what is written about an appointment', () => {
  const stateOf = (appointmentId: AppointmentId) =>
    inside(({ db }) => db.message.findFirstOrThrow({ where: { appointmentId } })).then(({ state }) => state);

  test('counts as having read what was sent; STOP does not', async () => {
    const at = new Date(now);
    const meetTold = async (from: string) => {
      const id = await meet({ phone: from });
      const message = { kind: 'reminder', channel: 'sms', state: 'accepted' } as const;
      await inside(({ db, organisationId }) =>
        db.message.create({
          data: { organisationId, appointmentId: id, ...message, plannedAt: at, nextAttemptAt: at },
        }),
      );
      return id;
    };
    const sofie = await meetTold('+32470555501');
    await write('Stop', { from: '+32470555501' });
    expect(await stateOf(sofie)).toBe('accepted');
    await write('Ik kom', { from: '+32470555501', means: 'whatsapp' });
    expect(await stateOf(sofie)).toBe('read');
    const events = await inside(({ db }) => db.event.findMany({ where: { type: 'message.read' } }));
    expect(events.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ appointmentId: sofie, how: 'wrote' }),
    );
  });
});

describe('what belongs to no appointment', () => {
  test('is for the oldest team, or for the one that was chosen', async () => {
    const { organisation } = counter;
    const other = (await createCounter(organisation)).teamId;
    const teamOf = async (from: string) => {
      const id = await threadOf(await write('Hallo', { from }));
      return (await inside(({ db }) => db.conversation.findFirstOrThrow({ where: { id } }))).teamId;
    };
    const choose = (incomingTeamId: TeamId | null) =>
      inside(({ db }) =>
        db.organisation.updateMany({ where: { id: organisation.id }, data: { incomingTeamId } }),
      );
    expect(await teamOf('+32470111101')).toBe(counter.teamId);
    await choose(other);
    expect(await teamOf('+32470111102')).toBe(other);
    await choose(null);
    expect(await teamOf('+32470111103')).toBe(counter.teamId);
  });
});

describe('a mail', () => {
  const letter = (more: Partial<IncomingLetter> = {}): IncomingLetter => ({
    from: `an${numbers}@example.org`,
    subject: 'Vraag over mijn kaart',
    text: 'Mag ik mijn zoon meebrengen?\n\nOp di 24 nov. schreef Stad:\n> Tot dan',
    files: 0,
    messageId: `${numbers}@example.org`,
    answers: [],
    isAutomatic: false,
    ...more,
  });
  const hand = (given: IncomingLetter) =>
    takeLetter({ clock, attemptLimiter }, receiver, given, {
      ownAddress: 'balie@leiebeke.example',
      answered: null,
    });

  test('is taken with its subject and its own words; an answer without the subject', async () => {
    const id = await threadOf(await hand(letter()));
    await hand(letter({ messageId: 'b@example.org', answers: [`${crypto.randomUUID()}@leiebeke.example`] }));
    const own = (await linesOf(id)).filter((line) => line.startsWith('citizen'));
    expect(own).toEqual([
      'citizen: Vraag over mijn kaart\n\nMag ik mijn zoon meebrengen?',
      'citizen: Mag ik mijn zoon meebrengen?',
    ]);
  });

  test('without a name, or with one that cannot be kept, comes in once all the same', async () => {
    for (const messageId of [null, `${'x'.repeat(3_000)}@example.org`]) {
      const given = letter({ messageId, text: `Hallo ${messageId?.length}` });
      expect([(await hand(given)).kind, (await hand(given)).kind]).toEqual(['taken', 'known']);
    }
  });

  test('of a machine, or from ourselves, is no conversation and gets no answer', async () => {
    const before = await inside(({ db }) => db.textLine.count());
    for (const given of [
      letter({ isAutomatic: true }),
      letter({ from: 'balie@leiebeke.example' }),
      letter({ from: 'nobody' }),
    ])
      expect(await hand(given)).toEqual({ kind: 'automatic' });
    expect(await inside(({ db }) => db.textLine.count())).toBe(before);
  });
});

describe('at the seat', () => {
  const answer = { text: 'Dat mag.', withLink: false };

  test('of two clerks who answer at once one is told that the other has it', async () => {
    const id = await threadOf(await write('Hallo'));
    const both = await Promise.all([
      answerThread(clock, mieke, id, answer),
      answerThread(clock, jonas, id, answer),
    ]);
    const [failed] = both.filter(({ ok }) => !ok);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(failed).toMatchObject({ failure: { code: 'takenByColleague' } });
    expect((await read(id)).lines.filter(({ author }) => author === 'clerk')).toHaveLength(1);
  });

  test('it is taken over knowingly, given back, and closed; who writes again begins anew', async () => {
    const id = await threadOf(await write('Hallo'));
    expect(await claimThread(clock, mieke, id, null)).toMatchObject({ ok: true });
    expect(await claimThread(clock, jonas, id, null)).toMatchObject({
      failure: { code: 'takenByColleague', clerkId: mieke.staffMemberId },
    });
    expect(await claimThread(clock, jonas, id, mieke.staffMemberId)).toMatchObject({ ok: true });
    expect(await releaseThread(clock, mieke, id)).toMatchObject({ failure: { code: 'takenByColleague' } });
    expect(await releaseThread(clock, jonas, id)).toMatchObject({ ok: true });
    expect(await closeThread(clock, mieke, id)).toMatchObject({ ok: true });
    expect(await answerThread(clock, mieke, id, answer)).toMatchObject({ failure: { code: 'closed' } });
    expect(await write('Nog iets')).toMatchObject({ kind: 'taken', isNew: true });
  });

  test('its closing is taken back for a while, into the same hands, unless they wrote again', async () => {
    const waiting = await threadOf(await write('Hallo'));
    const id = await threadOf(await write('Hallo', { from: '+32470222201' }));
    await claimThread(clock, mieke, id, null);
    for (const each of [waiting, id]) await closeThread(clock, mieke, each);
    expect(await reopenThread(clock, jonas, id)).toMatchObject({ failure: { code: 'takenByColleague' } });
    expect(await reopenThread(clock, mieke, id)).toMatchObject({ ok: true });
    expect(await reopenThread(clock, mieke, id)).toMatchObject({ failure: { code: 'closed' } });
    expect(await inside(({ db }) => db.conversation.findFirstOrThrow({ where: { id } }))).toMatchObject({
      state: 'admitted',
      clerkId: mieke.staffMemberId,
      endedAt: null,
    });
    await write('Nog iets');
    expect(await reopenThread(clock, mieke, waiting)).toMatchObject({ failure: { code: 'begunAnew' } });
    await closeThread(clock, mieke, id);
    now += 10 * 60_000 + 1;
    expect(await reopenThread(clock, mieke, id)).toMatchObject({ failure: { code: 'closed' } });
  });

  test('it is of its team alone', async () => {
    const id = await threadOf(await write('Hallo'));
    const stranger = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    expect(await openThread(stranger, id)).toMatchObject({ failure: { code: 'notFound' } });
    expect(await answerThread(clock, stranger, id, answer)).toMatchObject({ failure: { code: 'notFound' } });
  });

  test('WhatsApp takes an answer for a day after the last word of the other side', async () => {
    const id = await threadOf(await write('Hallo', { means: 'whatsapp' }));
    now += 24 * 3_600_000;
    expect(await answerThread(clock, mieke, id, answer)).toMatchObject({ failure: { code: 'windowClosed' } });
    now -= 1;
    expect(await answerThread(clock, mieke, id, answer)).toMatchObject({ ok: true });
  });
});

describe('an answer', () => {
  async function send(outcome: SendOutcome, id: ConversationId): Promise<LineToSend[]> {
    const sent: LineToSend[] = [];
    const sendOne = async (line: LineToSend): Promise<SendOutcome> => {
      if (line.conversationId === id) sent.push(line);
      return line.conversationId === id ? outcome : { kind: 'accepted', providerReference: 'SM' };
    };
    // A few at a time: until nothing is due any more.
    while ((await sendLines(clock, receiver.id, sendOne)) > 0);
    return sent;
  }
  const accepted = { kind: 'accepted', providerReference: 'SM1' } as const;

  test('goes with a link only to the address that was left with the appointment', async () => {
    const appointmentId = await meet({ phone: phone() });
    const id = await threadOf(await write('Hallo'));
    await answerThread(clock, mieke, id, { text: '', withLink: true });
    const sent = await send(accepted, id);
    expect(sent.map(({ author, text, linkOf }) => ({ author, text, linkOf }))).toEqual([
      { author: 'product', text: expect.any(String), linkOf: appointmentId },
      { author: 'clerk', text: linkMark, linkOf: appointmentId },
    ]);
    await inside(({ db }) =>
      db.appointment.updateMany({ where: { id: appointmentId }, data: { phone: null } }),
    );
    await answerThread(clock, mieke, id, { text: '', withLink: true });
    expect(await send(accepted, id)).toMatchObject([{ linkOf: null }]);
  });

  test('does not go to who asked for no more before it went, or of whom the provider says so', async () => {
    const id = await threadOf(await write('Hallo'));
    await write('Stop');
    expect(await send(accepted, id)).toEqual([]);
    expect((await read(id)).lines[1]?.state).toBe('failedForGood');

    const other = await threadOf(await write('Hallo', { from: '+32470444401' }));
    expect(await send({ kind: 'failedForGood', code: 'unsubscribed' }, other)).toHaveLength(1);
    const answer = { text: 'Dag', withLink: false };
    expect(await answerThread(clock, mieke, other, answer)).toMatchObject({ failure: { code: 'stopped' } });
  });

  test('is tried again after a failure that may pass, and is proven to have arrived in any order', async () => {
    const id = await threadOf(await write('Hallo'));
    expect(await send({ kind: 'failedTemporarily', code: 'noAnswer' }, id)).toHaveLength(1);
    expect(await send(accepted, id)).toHaveLength(0);
    now += 60_000;
    const [line] = await send(accepted, id);
    const tell = (state: 'accepted' | 'delivered' | 'failedForGood') =>
      recordLineReport(clock, receiver.id, {
        id: line?.id as TextLineId,
        providerReference: 'SM1',
        state,
        failureCode: state === 'failedForGood' ? 'notDelivered' : null,
      });
    for (const state of ['failedForGood', 'delivered', 'accepted', 'failedForGood'] as const)
      expect(await tell(state)).toBe('recorded');
    expect((await read(id)).lines[1]?.state).toBe('delivered');
    expect(await send(accepted, id)).toHaveLength(0);
  });
});
