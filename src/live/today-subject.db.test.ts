import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { giveClerkAccess } from '#features/call/give-clerk-access.ts';
import { findOrganisation } from '#features/organisation/organisation.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { admitCitizen } from '#features/seat/admit-citizen.ts';
import { setAvailability } from '#features/seat/set-availability.ts';
import { deleteStaffSession } from '#features/staff/staff-session.data.ts';
import type { CookieToken } from '#journey/ids.ts';
import type { TodayView } from '#journey/today-view.ts';
import { staffSessionCookie } from '#shared/cookies.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
} from '../../prisma/factories/seat-factories.ts';
import { findSeatSubject } from './seat-subject.ts';
import { findTodaySubject } from './today-subject.ts';

const clock = { now: () => Date.now() };
const videoRooms = { open: async () => {}, close: async () => {}, grant: async () => {} } as never;
let counter: Counter;
let organisation: Organisation;
let supervisor: SeatedClerk;

beforeEach(async () => {
  counter = await createCounter();
  const found = await findOrganisation(counter.organisation.id);
  if (found === null) throw new Error('The organisation that was just made is not there.');
  organisation = found;
  supervisor = await createSeatedClerk(counter, { name: 'Sara Toezicht', roles: ['supervisor'] });
  await inside(({ db }) =>
    db.staffSession.updateMany({ where: { id: supervisor.actor.sessionId }, data: { seatId: null } }),
  );
});

const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const cookieOf = (token: CookieToken) => `${staffSessionCookie}=${token}`;
const findFor = (token: CookieToken, of = organisation) =>
  findTodaySubject(of, '/events/today', cookieOf(token), clock);
async function look(): Promise<TodayView> {
  const subject = await findFor(supervisor.token);
  const loaded = subject && (await inside(subject.load));
  if (!loaded) throw new Error('There is no view for this supervisor.');
  return loaded.state as TodayView;
}

describe("a supervisor's live view of the day", () => {
  test('shows who waits in numbers and times, and what each seat is doing', async () => {
    const mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
    const jonas = await createSeatedClerk(counter, { name: 'Jonas Lootens' });
    const talking = await createWaitingCitizen(counter);
    await admitCitizen({ clock, videoRooms }, mieke.actor, talking.conversationId);
    await setAvailability(clock, jonas.actor, { state: 'paused', reason: 'other', words: 'Tandarts' });
    const startAt = new Date(Date.now() - 600_000);
    await createWaitingCitizen(counter, { startAt });
    const view = await look();
    expect(view.teams).toHaveLength(1);
    const [team] = view.teams;
    expect(team?.waiting).toMatchObject([{ startAt: startAt.getTime() }]);
    const state = (seat: SeatedClerk) => team?.seats.find(({ id }) => id === seat.seatId);
    expect(state(mieke)).toMatchObject({ state: 'speaking', since: expect.any(Number) });
    expect(state(jonas)).toMatchObject({ state: 'paused', since: expect.any(Number) });
    expect(state(supervisor)).toMatchObject({ state: 'unstaffed' });
    await setAvailability(clock, jonas.actor, { state: 'open' });
    const open = (await look()).teams[0]?.seats.find(({ id }) => id === jonas.seatId);
    expect(open).toEqual({ id: jonas.seatId, name: jonas.actor.seat?.name, state: 'open' });
  });

  test('counts who is to be called, what did not arrive and whose test failed, of every team apart', async () => {
    const other = await createCounter(counter.organisation);
    const { appointmentId } = await createWaitingCitizen(counter, { present: false });
    const at = new Date();
    await inside(async ({ db, organisationId }) => {
      const of = { organisationId, appointmentId };
      for (const [verdict, testedAt] of [
        ['good', new Date(at.getTime() - 1_000)],
        ['failed', at],
      ] as const)
        await db.deviceTest.create({ data: { ...of, verdict, results: {}, testedAt } });
      const message = {
        ...of,
        kind: 'reminder',
        channel: 'email',
        plannedAt: at,
        nextAttemptAt: at,
      } as const;
      await db.message.create({
        data: { ...message, state: 'failedForGood', settledAt: at },
      });
      const ask = (fromAt: number, phone: string) =>
        db.callbackRequest.create({
          data: {
            organisationId,
            teamId: counter.teamId,
            serviceId: counter.serviceId,
            submissionKey: randomUUID(),
            phone,
            language: 'nl',
            phraseWords: ['klaver', 'brug'],
            fromAt: new Date(fromAt),
            untilAt: new Date(fromAt + 3_600_000),
            createdAt: at,
          },
        });
      await ask(at.getTime() - 1_000, '+32470000001');
      await ask(at.getTime() + 1_800_000, '+32470000002');
    });
    await createWaitingCitizen(counter);
    for (const present of [true, false]) {
      const { appointmentId: id } = await createWaitingCitizen(counter, { present });
      const data = { kind: 'walkIn', seatId: null } as const;
      await inside(({ db }) => db.appointment.updateMany({ where: { id }, data }));
    }
    const { teams } = await look();
    const of = (id: string) => teams.find((team) => team.id === id);
    expect(of(counter.teamId)).toMatchObject({
      walkIns: 1,
      callbacksDue: 1,
      toCall: 0,
      failingMessages: 1,
      failedTests: 1,
    });
    expect(of(other.teamId)).toMatchObject({ callbacksDue: 0, failingMessages: 0, failedTests: 0 });
  });

  test('counts questions to a team that nobody answered in time, and says nothing of them', async () => {
    const { appointmentId } = await createWaitingCitizen(counter);
    const mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
    const minute = 60_000;
    const ask = (answerBy: number, answer: string | null) =>
      inside(({ db, organisationId }) =>
        db.backOfficeQuestion.create({
          data: {
            organisationId,
            appointmentId,
            askedById: mieke.actor.staffMemberId,
            askedTeamId: counter.teamId,
            toTeamId: counter.teamId,
            toClerkId: mieke.actor.staffMemberId,
            question: 'Klopt de berekening?',
            answerBy: new Date(answerBy),
            isForCitizen: true,
            createdAt: new Date(answerBy - minute),
            ...(answer !== null && {
              answer,
              answeredById: mieke.actor.staffMemberId,
              answeredAt: new Date(),
            }),
          },
        }),
      );
    await ask(Date.now() - minute, null);
    await ask(Date.now() - minute, 'Ja.');
    await ask(Date.now() + 60 * minute, null);
    const view = await look();
    expect(view.teams[0]?.overdueQuestions).toBe(1);
    expect(JSON.stringify(view)).not.toMatch(/berekening|Mieke/);
  });

  test('names nobody, gives no reason of a pause, and no way into a conversation', async () => {
    const mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
    const jonas = await createSeatedClerk(counter, { name: 'Jonas Lootens' });
    const talk = await createWaitingCitizen(counter, { citizenName: 'Sofie Van Daele' });
    await createWaitingCitizen(counter, { citizenName: 'Ahmed El Idrissi' });
    await admitCitizen({ clock, videoRooms }, mieke.actor, talk.conversationId);
    await setAvailability(clock, jonas.actor, { state: 'paused', reason: 'other', words: 'Tandarts' });
    const told = JSON.stringify(await look());
    for (const secret of ['Mieke', 'Jonas', 'Sofie', 'Ahmed', 'Tandarts', talk.conversationId, talk.roomName])
      expect(told).not.toContain(secret);
    for (const secret of [talk.appointmentId, talk.participantId, mieke.actor.staffMemberId])
      expect(told).not.toContain(secret);

    const means = { videoRooms: { admit: async () => 'a token' } as never, iceServers: [] };
    expect(await giveClerkAccess(means, supervisor.actor, talk.conversationId)).toMatchObject({ ok: false });
    expect(await admitCitizen({ clock, videoRooms }, supervisor.actor, talk.conversationId)).toMatchObject({
      ok: false,
    });
    expect(await findSeatSubject(organisation, '/events/seat', cookieOf(supervisor.token), clock)).toBeNull();
    const subject = await findFor(supervisor.token);
    expect(subject?.stream).toBe(`organisation:${counter.organisation.id}`);
  });

  test('is for supervisors of that organisation alone, at its own host', async () => {
    const clerk = await createSeatedClerk(counter);
    const administrator = await createSeatedClerk(counter, { roles: ['administrator'] });
    expect(await findFor(clerk.token)).toBeNull();
    expect(await findFor(administrator.token)).toBeNull();
    expect(await findTodaySubject(organisation, '/events/today', undefined, clock)).toBeNull();
    const elsewhere = await findOrganisation((await createCounter()).organisation.id);
    expect(await findFor(supervisor.token, elsewhere as Organisation)).toBeNull();
  });

  test('ends when the role is gone or the supervisor signs off, and is told of that on its own stream', async () => {
    const subject = await findFor(supervisor.token);
    const load = () => inside(async (scope) => (await subject?.load(scope)) ?? null);
    expect(await load()).not.toBeNull();
    const { staffMemberId } = supervisor.actor;
    const roles = (to: ('supervisor' | 'clerk')[]) =>
      inside(({ db }) => db.staffMember.updateMany({ where: { id: staffMemberId }, data: { roles: to } }));
    await roles(['clerk']);
    expect(await load()).toBeNull();
    await roles(['supervisor']);
    expect(await load()).not.toBeNull();
    await inside((scope) => deleteStaffSession(scope, supervisor.token, new Date()));
    expect(await load()).toBeNull();
    const events = await inside(({ db }) =>
      db.event.findMany({
        where: { stream: `organisation:${counter.organisation.id}` },
        select: { type: true },
      }),
    );
    expect(events).toContainEqual({ type: 'staff.signedOff' });
  });
});
