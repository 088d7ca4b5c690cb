import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor, VisitActor } from '#journey/actor.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type { CompanionLinkId, CompanionToken, ParticipantId, RoomName } from '#journey/ids.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { hashToken } from '#shared/secrets.ts';
import {
  createParticipant,
  createPresence,
  createVisit,
} from '../../../prisma/factories/conversation-factories.ts';
import {
  type Counter,
  createCounter,
  createSeatedClerk,
  createWaitingCitizen,
  type WaitingCitizen,
} from '../../../prisma/factories/seat-factories.ts';
import { changeCompanionRole } from './change-companion-role.ts';
import {
  inviteCompanion,
  listCompanionLinks,
  showCompanionLink,
  withdrawCompanion,
} from './companion-links.ts';

let counter: Counter;
let clerk: StaffActor;
let citizen: WaitingCitizen;
let visitor: VisitActor;
let asked: string[];
const clock = { now: () => Date.now() };
const rooms = {
  open: async (room: RoomName) => void asked.push(`open ${room}`),
  close: async (room: RoomName) => void asked.push(`close ${room}`),
} as unknown as VideoRooms;
const tools = { clock, videoRooms: rooms, linkSecret: 'a secret that only this test knows' };
const inside = <Value>(work: Parameters<typeof withOrganisation<Value>>[1]) =>
  withOrganisation(counter.organisation.id, work);
const invite = (actor: StaffActor | VisitActor, role: CompanionRole = 'interpreter') =>
  inviteCompanion(tools, actor, citizen.appointmentId, role);

beforeEach(async () => {
  asked = [];
  counter = await createCounter();
  clerk = (await createSeatedClerk(counter)).actor;
  citizen = await createWaitingCitizen(counter);
  visitor = {
    kind: 'visitor',
    organisationId: counter.organisation.id,
    visitId: citizen.visitId,
    appointmentId: citizen.appointmentId,
    role: 'citizen',
  };
});

async function invited(role: CompanionRole = 'interpreter'): Promise<{ id: CompanionLinkId; path: string }> {
  const made = await invite(visitor, role);
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

/** Somebody who came by the link, and is inside the running conversation or at its door. */
async function come(companionLinkId: CompanionLinkId, state: 'waiting' | 'admitted'): Promise<ParticipantId> {
  const { organisation, teamId, nodeId } = counter;
  const { id: visitId } = await createVisit(organisation.id, citizen.appointmentId, {
    role: 'companion',
    companionName: 'Karim Haddad',
    companionRole: 'interpreter',
    companionLinkId,
  });
  await createPresence(organisation.id, { visitId, teamId, nodeId });
  await inside(({ db }) =>
    db.conversation.updateMany({
      where: { id: citizen.conversationId },
      data: { state: 'admitted', clerkId: clerk.staffMemberId, admittedAt: new Date() },
    }),
  );
  const admittedAt = state === 'admitted' ? new Date() : null;
  return createParticipant(organisation.id, citizen.conversationId, {
    role: 'companion',
    visitId,
    state,
    admittedAt,
  });
}

describe('a link for a third person', () => {
  test('is made by the citizen and by the clerk, for a role; only its hash is kept', async () => {
    const { id, path } = await invited('signInterpreter');
    expect((await invite(clerk, 'expert')).ok).toBe(true);
    const token = path.replace('/join/', '') as CompanionToken;
    const rows = await inside(({ db }) => db.companionLink.findMany({ orderBy: { createdAt: 'asc' } }));
    expect(rows[0]).toMatchObject({
      id,
      role: 'signInterpreter',
      tokenHash: hashToken(token),
      madeById: null,
    });
    expect(rows[1]).toMatchObject({ role: 'expert', madeById: clerk.staffMemberId });
    expect(JSON.stringify(rows)).not.toContain(token);
    const links = await listCompanionLinks(tools, visitor, citizen.appointmentId);
    expect(links.map(({ role, madeBy, openedBy }) => [role, madeBy, openedBy])).toEqual([
      ['signInterpreter', 'citizen', null],
      ['expert', 'staff', null],
    ]);
    expect(await showCompanionLink(tools, clerk, citizen.appointmentId, id)).toEqual({
      ok: true,
      value: { id, path },
    });
  });

  test('tells the seat and the citizen without naming anybody', async () => {
    await invited();
    const events = await inside(({ db }) =>
      db.event.findMany({ where: { type: 'companion.invited' }, select: { stream: true } }),
    );
    expect(events.map(({ stream }) => stream).sort()).toEqual([
      `appointment:${citizen.appointmentId}`,
      `team:${counter.teamId}`,
    ]);
  });

  test('is made by nobody else: no companion, no stranger, no clerk of another team', async () => {
    const otherTeam = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    const stranger = { ...visitor, appointmentId: randomUUID() as VisitActor['appointmentId'] };
    for (const actor of [{ ...visitor, role: 'companion' as const }, stranger, otherTeam]) {
      expect(await invite(actor)).toEqual({ ok: false, failure: { code: 'notFound' } });
      expect(await listCompanionLinks(tools, actor, citizen.appointmentId)).toEqual([]);
    }
  });

  test('is made by a clerk of another team who took the conversation over', async () => {
    const els = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    const data = { state: 'admitted', clerkId: els.staffMemberId, admittedAt: new Date() } as const;
    await inside(({ db }) => db.conversation.updateMany({ where: { id: citizen.conversationId }, data }));
    expect((await invite(els)).ok).toBe(true);
  });

  test('is not made any more once it is over, nor for a call by telephone', async () => {
    const by = (data: object) =>
      inside(({ db }) => db.appointment.updateMany({ where: { id: citizen.appointmentId }, data }));
    await by({ channel: 'phone' });
    expect(await invite(clerk)).toEqual({ ok: false, failure: { code: 'over' } });
    await by({ channel: 'video', state: 'completed' });
    expect(await invite(clerk)).toEqual({ ok: false, failure: { code: 'over' } });
  });

  test('is one of six at most, also when several are made at once', async () => {
    const made = await Promise.all(Array.from({ length: 9 }, () => invite(clerk)));
    expect(made.filter(({ ok }) => ok)).toHaveLength(6);
    expect(made.find(({ ok }) => !ok)).toEqual({ ok: false, failure: { code: 'crowded' } });
  });
});

describe('a link that is withdrawn', () => {
  test('is gone from the list, and is withdrawn once', async () => {
    const { id } = await invited();
    expect(await withdrawCompanion(tools, clerk, citizen.appointmentId, id)).toMatchObject({ ok: true });
    expect(await listCompanionLinks(tools, visitor, citizen.appointmentId)).toEqual([]);
    expect(await withdrawCompanion(tools, visitor, citizen.appointmentId, id)).toEqual({
      ok: false,
      failure: { code: 'notFound' },
    });
    expect(asked).toEqual([]);
  });

  test('puts out who came by it, and moves the others to a new room', async () => {
    const { id } = await invited();
    const participantId = await come(id, 'admitted');
    await withdrawCompanion(tools, visitor, citizen.appointmentId, id);
    const { conversation, ...row } = await inside(({ db }) =>
      db.participant.findFirstOrThrow({
        where: { id: participantId },
        include: { conversation: true, visit: { include: { presence: true } } },
      }),
    );
    expect(row.state).toBe('waiting');
    expect(row.visit?.yieldedAt).not.toBeNull();
    expect(row.visit?.presence).toBeNull();
    expect(conversation.roomName).not.toBe(citizen.roomName);
    expect(asked).toEqual([`open ${conversation.roomName}`, `close ${citizen.roomName}`]);
  });

  test('leaves the room alone when who came by it was at the door still', async () => {
    const { id } = await invited();
    await come(id, 'waiting');
    await withdrawCompanion(tools, clerk, citizen.appointmentId, id);
    expect(asked).toEqual([]);
  });
});

describe('the role of a third person', () => {
  test('is changed by a clerk of the team, for who came and for their link', async () => {
    const { id } = await invited();
    const participantId = await come(id, 'admitted');
    const who = { conversationId: citizen.conversationId, participantId };
    expect((await changeCompanionRole(clock, clerk, who, 'expert')).ok).toBe(true);
    const visit = await inside(({ db }) =>
      db.visit.findFirstOrThrow({ where: { companionLinkId: id }, include: { companionLink: true } }),
    );
    expect([visit.companionRole, visit.companionLink?.role]).toEqual(['expert', 'expert']);
  });

  test('is nothing that the citizen has, and no business of another team', async () => {
    const who = { conversationId: citizen.conversationId, participantId: citizen.participantId };
    expect((await changeCompanionRole(clock, clerk, who, 'expert')).ok).toBe(false);
    const { id } = await invited();
    const theirs = { ...who, participantId: await come(id, 'admitted') };
    const otherTeam = (await createSeatedClerk(await createCounter(counter.organisation))).actor;
    expect((await changeCompanionRole(clock, otherTeam, theirs, 'expert')).ok).toBe(false);
  });
});
