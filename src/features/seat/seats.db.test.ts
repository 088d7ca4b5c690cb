import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { CookieToken } from '#journey/ids.ts';
import { createStaffSession } from '../../../prisma/factories/conversation-factories.ts';
import { createSeat } from '../../../prisma/factories/organisation-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type SeatedClerk,
} from '../../../prisma/factories/seat-factories.ts';
import { admitCitizen } from './admit-citizen.ts';
import { findDossier } from './find-dossier.ts';
import { keepNotes } from './keep-notes.ts';
import { leaveSeat, listSeats, takeSeat } from './take-seat.ts';

const clock = { now: () => Date.now() };
const videoRooms = { open: async () => {}, close: async () => {}, grant: async () => {} } as never;
let counter: Counter;
let mieke: SeatedClerk;
let jonas: SeatedClerk;

beforeEach(async () => {
  counter = await createCounter();
  mieke = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
  jonas = await createSeatedClerk(counter, { name: 'Jonas Lootens' });
});

async function actorOf(token: CookieToken): Promise<StaffActor> {
  const key = { token, host: counter.organisation.host };
  const actor = await withOrganisation(counter.organisation.id, (scope) =>
    findStaffActor(scope, key, new Date()),
  );
  if (actor === null) throw new Error('This session does not hold.');
  return actor;
}

describe('taking a seat', () => {
  test('shows the seats of the own teams and who sits where', async () => {
    const free = await createSeat(counter.organisation.id, counter.teamId);
    await createCounter(counter.organisation);
    expect(await listSeats(clock, mieke.actor)).toMatchObject([
      {
        id: counter.teamId,
        seats: [
          { id: mieke.seatId, takenBy: { name: 'Mieke Verstraete' } },
          { id: jonas.seatId, takenBy: { name: 'Jonas Lootens' } },
          { id: free.id, takenBy: null },
        ],
      },
    ]);
  });

  test('of two clerks at once has one winner; the other hears who sits there', async () => {
    const { id: seatId } = await createSeat(counter.organisation.id, counter.teamId);
    const answers = await Promise.all([mieke, jonas].map(({ actor }) => takeSeat(clock, actor, seatId)));
    const loser = answers.find(({ ok }) => !ok);
    const winner = answers[0]?.ok ? mieke : jonas;
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(loser).toEqual({ ok: false, failure: { code: 'seatTaken', clerkName: winner.actor.name } });
    expect((await actorOf(winner.token)).seat?.id).toBe(seatId);
  });

  test("moves a clerk's own other browser aside, and passes by a session that has run out", async () => {
    const { host, id } = counter.organisation;
    const otherBrowser = await createStaffSession(id, mieke.actor.staffMemberId, { host });
    const actor = await actorOf(otherBrowser.token);
    expect(await takeSeat(clock, actor, mieke.seatId)).toEqual({ ok: true, value: null });
    expect((await actorOf(otherBrowser.token)).seat?.id).toBe(mieke.seatId);
    expect((await actorOf(mieke.token)).seat).toBeNull();

    await withOrganisation(id, ({ db }) =>
      db.staffSession.updateMany({ where: { id: jonas.actor.sessionId }, data: { expiresAt: new Date(0) } }),
    );
    expect(await takeSeat(clock, actor, jonas.seatId)).toEqual({ ok: true, value: null });
  });

  test('is refused for a seat of another team, and in the middle of a conversation of another team', async () => {
    const other = await createCounter(counter.organisation);
    const { id: foreignSeat } = await createSeat(counter.organisation.id, other.teamId);
    expect(await takeSeat(clock, mieke.actor, foreignSeat)).toEqual({
      ok: false,
      failure: { code: 'notFound' },
    });
    const citizen = await createWaitingCitizen(counter);
    await admitCitizen({ clock, videoRooms }, mieke.actor, citizen.conversationId);
    const ofBoth = { ...mieke.actor, teamIds: [counter.teamId, other.teamId] };
    expect(await takeSeat(clock, ofBoth, foreignSeat)).toEqual({
      ok: false,
      failure: { code: 'inConversation' },
    });
    expect(await leaveSeat(clock, mieke.actor)).toEqual({ ok: false, failure: { code: 'inConversation' } });
  });

  test('ends by leaving, so that a colleague can sit down', async () => {
    expect(await leaveSeat(clock, mieke.actor)).toEqual({ ok: true, value: null });
    expect(await takeSeat(clock, jonas.actor, mieke.seatId)).toEqual({ ok: true, value: null });
  });
});

describe('a dossier', () => {
  test('holds what the citizen said at booking, for clerks of the team', async () => {
    const citizen = await createWaitingCitizen(counter, {
      remark: 'Mijn dochter ook?',
      phone: '+32470555012',
      phraseWords: ['klaver', 'brug'],
      needs: ['interpreter'],
      interpreterLanguage: 'rif',
    });
    expect(await findDossier(jonas.actor, citizen.appointmentId, 'nl')).toMatchObject({
      appointmentId: citizen.appointmentId,
      email: 'sofie@example.org',
      phone: { text: '0470 55 50 12', number: '+32470555012' },
      remark: 'Mijn dochter ook?',
      interpreterLanguageName: 'Riffijns',
      phraseWords: ['klaver', 'brug'],
      services: [{ id: counter.serviceId }],
      readiness: { mandate: null, services: [{ id: counter.serviceId, items: [] }], others: [] },
      deviceTest: null,
      notes: null,
    });
  });

  test('does not exist for another team, another organisation, or without a seat', async () => {
    const { appointmentId } = await createWaitingCitizen(counter);
    const otherTeam = await createSeatedClerk(await createCounter(counter.organisation));
    const elsewhere = await createSeatedClerk(await createCounter());
    for (const actor of [otherTeam.actor, elsewhere.actor, { ...mieke.actor, seat: null }])
      expect(await findDossier(actor, appointmentId, 'nl')).toBeNull();
  });

  test('shows the notes to the clerk who speaks and to nobody else; only that clerk can write them', async () => {
    const { appointmentId, conversationId } = await createWaitingCitizen(counter);
    expect(await keepNotes(mieke.actor, conversationId, 'te vroeg')).toBe(false);
    await admitCitizen({ clock, videoRooms }, mieke.actor, conversationId);
    expect(await keepNotes(mieke.actor, conversationId, 'Co-ouderschap.')).toBe(true);
    expect(await keepNotes(jonas.actor, conversationId, 'van Jonas')).toBe(false);
    expect((await findDossier(mieke.actor, appointmentId, 'nl'))?.notes).toBe('Co-ouderschap.');
    expect((await findDossier(jonas.actor, appointmentId, 'nl'))?.notes).toBeNull();
  });
});
