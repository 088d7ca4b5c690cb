import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { ParticipantId, VisitId } from '#journey/ids.ts';
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
import { loadVisitView } from './visit-view.ts';

let counter: Counter;
let clerk: SeatedClerk;
let citizen: WaitingCitizen;
let karim: { readonly visitId: VisitId; readonly participantId: ParticipantId };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);

beforeEach(async () => {
  counter = await createCounter();
  clerk = await createSeatedClerk(counter, { name: 'Mieke Verstraete' });
  citizen = await createWaitingCitizen(counter, { citizenName: 'Sofie Van Daele' });
  karim = await createPersonAtTheDoor(counter, citizen, { role: 'companion', companionName: 'Karim Haddad' });
  await inside(({ db }) =>
    db.visit.updateMany({ where: { id: karim.visitId }, data: { companionRole: 'interpreter' } }),
  );
});

const seenBy = async (visitId: VisitId) => {
  const loaded = await inside((scope) => loadVisitView(scope, visitId, Date.now()));
  return loaded?.view.people.map(({ name, companionRole, isInside }) => [name, companionRole, isInside]);
};

async function admit(...participantIds: ParticipantId[]): Promise<void> {
  const admitted = { state: 'admitted' as const, admittedAt: new Date() };
  const clerkId = clerk.actor.staffMemberId;
  await inside(async ({ db }) => {
    await db.conversation.updateMany({
      where: { id: citizen.conversationId },
      data: { ...admitted, clerkId },
    });
    await db.participant.updateMany({ where: { id: { in: participantIds } }, data: admitted });
  });
  const own = { role: 'clerk' as const, staffMemberId: clerkId, ...admitted };
  await createParticipant(counter.organisation.id, citizen.conversationId, own);
}

describe('who is there', () => {
  test('is told to the citizen who waits of those who came along, and to who came along of nobody', async () => {
    expect(await seenBy(citizen.visitId)).toEqual([['Karim Haddad', 'interpreter', false]]);
    expect(await seenBy(karim.visitId)).toEqual([]);
  });

  test('is told to who is at the door of nobody, and to who is inside of all, with their roles', async () => {
    await admit(citizen.participantId);
    expect(await seenBy(karim.visitId)).toEqual([]);
    expect(await seenBy(citizen.visitId)).toEqual([
      ['Karim Haddad', 'interpreter', false],
      ['Mieke Verstraete', null, true],
    ]);
    await inside(({ db }) =>
      db.participant.updateMany({
        where: { id: karim.participantId },
        data: { state: 'admitted', admittedAt: new Date() },
      }),
    );
    expect(await seenBy(karim.visitId)).toEqual([
      ['Sofie Van Daele', null, true],
      ['Mieke Verstraete', null, true],
    ]);
  });
});

describe('a colleague who is asked into the conversation', () => {
  const forwardSeenBy = async (visitId: VisitId) =>
    (await inside((scope) => loadVisitView(scope, visitId, Date.now())))?.view.forward;

  test('is told to who is inside before they come, and to nobody at the door', async () => {
    await admit(citizen.participantId);
    expect(await forwardSeenBy(citizen.visitId)).toBeNull();
    const joris = (await createSeatedClerk(counter, { name: 'Joris Maes' })).actor;
    await inside(({ db, organisationId }) =>
      db.forward.create({
        data: {
          organisationId,
          conversationId: citizen.conversationId,
          kind: 'handOver',
          fromClerkId: clerk.actor.staffMemberId,
          toTeamId: counter.teamId,
          toClerkId: joris.staffMemberId,
          note: 'Alleen voor collega’s.',
          createdAt: new Date(),
        },
      }),
    );
    const told = await forwardSeenBy(citizen.visitId);
    expect(told).toMatchObject({ kind: 'handOver', isTaken: false, clerkName: 'Joris Maes' });
    expect(JSON.stringify(told)).not.toContain('Alleen');
    expect(await forwardSeenBy(karim.visitId)).toBeNull();
  });
});
