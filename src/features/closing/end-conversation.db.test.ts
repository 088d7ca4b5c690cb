import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type {
  AppointmentId,
  ConversationId,
  OrganisationId,
  RoomName,
  SeatId,
  ServiceId,
  StaffMemberId,
  StaffSessionId,
  TeamId,
} from '#journey/ids.ts';
import { measuredKept } from '#journey/measured-durations.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createConversation } from '../../../prisma/factories/conversation-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { endConversation } from './end-conversation.ts';

const now = Date.UTC(2026, 10, 24, 10, 0);
const closed: RoomName[] = [];
const unused = async () => {
  throw new Error('ending asks only to close');
};
const videoRooms: VideoRooms = {
  open: unused,
  grant: unused,
  list: unused,
  issueAccess: unused,
  close: async (room) => {
    closed.push(room);
  },
};
const tools = { clock: { now: () => now }, videoRooms };

let organisationId: OrganisationId;
let teamId: TeamId;
let seatId: SeatId;
let services: readonly ServiceId[];
let mieke: StaffActor;
let jonas: StaffActor;
let appointmentId: AppointmentId;
let conversation: { id: ConversationId; roomName: RoomName };

function actorOf(staffMemberId: StaffMemberId): StaffActor {
  return {
    kind: 'staff',
    organisationId,
    sessionId: crypto.randomUUID() as StaffSessionId,
    staffMemberId,
    name: 'Mieke',
    roles: ['clerk'],
    teamIds: [teamId],
    seat: null,
  };
}

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
  teamId = (await createTeam(organisationId)).id;
  services = [
    (await createService(organisationId, teamId)).id,
    (await createService(organisationId, teamId)).id,
  ];
  mieke = actorOf((await createStaffMember(organisationId, [teamId])).id);
  jonas = actorOf((await createStaffMember(organisationId, [teamId])).id);
});

beforeEach(async () => {
  closed.length = 0;
  seatId = (await createSeat(organisationId, teamId)).id;
  const place = { organisationId, teamId, seatId, serviceIds: services };
  appointmentId = (await createAppointment(place, 'secret')).id;
  const { staffMemberId: clerkId } = mieke;
  // One clerk holds one conversation at a time: what an earlier test left is ended.
  await withOrganisation(organisationId, ({ db }) =>
    db.conversation.updateMany({
      where: { clerkId, state: 'admitted' },
      data: { state: 'ended', endedAt: new Date() },
    }),
  );
  const admitted = { state: 'admitted', clerkId, seatId, admittedAt: new Date(now) } as const;
  conversation = await createConversation(organisationId, teamId, appointmentId, admitted);
});

const ending = (report = 'Adres aangepast.') => ({
  outcomes: services.map((serviceId) => ({ serviceId, outcome: 'solved' as const })),
  report,
});

async function readConversation() {
  return withOrganisation(organisationId, ({ db }) =>
    db.conversation.findFirstOrThrow({
      where: { id: conversation.id },
      select: {
        state: true,
        report: true,
        endedAt: true,
        services: { select: { outcome: true } },
        appointment: { select: { state: true } },
      },
    }),
  );
}

async function readMeasured(): Promise<readonly (readonly number[])[]> {
  const rows = await withOrganisation(organisationId, ({ db }) =>
    db.service.findMany({ where: { id: { in: [...services] } }, orderBy: { id: 'asc' } }),
  );
  return rows.map(({ measuredPercents }) => measuredPercents);
}

describe('ending a conversation', () => {
  test('keeps outcome and report, completes the appointment and closes the room', async () => {
    expect(await endConversation(tools, mieke, conversation.id, ending())).toEqual({ ok: true, value: null });
    expect(await readConversation()).toEqual({
      state: 'ended',
      report: 'Adres aangepast.',
      endedAt: new Date(now),
      services: [{ outcome: 'solved' }, { outcome: 'solved' }],
      appointment: { state: 'completed' },
    });
    expect(closed).toEqual([conversation.roomName]);
  });

  test('erases what was written beside the picture', async () => {
    const line = {
      number: 1,
      author: 'clerk',
      staffMemberId: mieke.staffMemberId,
      text: 'Tot zo',
      at: new Date(now),
    } as const;
    await withOrganisation(organisationId, async ({ db }) => {
      const { id: participantId } = await db.participant.create({
        data: {
          organisationId,
          conversationId: conversation.id,
          role: 'clerk',
          staffMemberId: mieke.staffMemberId,
        },
      });
      const submissionKey = crypto.randomUUID();
      const data = { ...line, organisationId, conversationId: conversation.id, participantId, submissionKey };
      await db.textLine.create({ data });
    });
    await endConversation(tools, mieke, conversation.id, ending());
    const left = await withOrganisation(organisationId, ({ db }) =>
      db.textLine.count({ where: { conversationId: conversation.id } }),
    );
    expect(left).toBe(0);
  });

  test('that could not go on solves nothing, says why, and leaves what was noted', async () => {
    await withOrganisation(organisationId, ({ db }) =>
      db.conversation.updateMany({ where: { id: conversation.id }, data: { report: 'Tot hier.' } }),
    );
    const because = { outcomes: [], report: '', endedFor: 'threat' } as const;
    expect(await endConversation(tools, mieke, conversation.id, { ...because, outcomes: [] })).toMatchObject({
      ok: true,
    });
    expect(await readConversation()).toMatchObject({
      state: 'ended',
      report: 'Tot hier.',
      services: [{ outcome: 'notSolved' }, { outcome: 'notSolved' }],
    });
  });

  test('keeps how long it took, once, as a percentage of what was planned', async () => {
    const measured = await readMeasured();
    const { endAt, startAt } = await withOrganisation(organisationId, ({ db }) =>
      db.appointment.findFirstOrThrow({ where: { id: appointmentId } }),
    );
    const later = { ...tools, clock: { now: () => now + (endAt.getTime() - startAt.getTime()) * 1.5 } };
    await endConversation(later, mieke, conversation.id, ending());
    await endConversation(later, mieke, conversation.id, ending());
    expect(await readMeasured()).toEqual(measured.map((percents) => [150, ...percents]));
  });

  test('keeps no more lengths than of some weeks', async () => {
    await withOrganisation(organisationId, ({ db }) =>
      db.service.updateMany({ data: { measuredPercents: Array<number>(measuredKept).fill(100) } }),
    );
    await endConversation(tools, mieke, conversation.id, ending());
    for (const percents of await readMeasured()) {
      expect(percents).toHaveLength(measuredKept);
      expect(percents.slice(0, 2)).toEqual([5, 100]);
    }
  });

  test('tells the seat and the citizen once, though two tabs end it at the same time', async () => {
    const both = await Promise.all(
      [1, 2].map(() => endConversation(tools, mieke, conversation.id, ending())),
    );
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const events = await withOrganisation(organisationId, ({ db }) =>
      db.event.findMany({
        where: { type: 'conversation.ended', payload: { path: ['conversationId'], equals: conversation.id } },
        select: { stream: true },
      }),
    );
    expect(events.map(({ stream }) => stream).sort()).toEqual(
      [`appointment:${appointmentId}`, `conversation:${conversation.id}`, `team:${teamId}`].sort(),
    );
  });

  test('is refused to a colleague, who learns nothing of it', async () => {
    expect(await endConversation(tools, jonas, conversation.id, ending())).toEqual({
      ok: false,
      failure: { code: 'notFound' },
    });
    expect((await readConversation()).state).toBe('admitted');
    expect(closed).toEqual([]);
  });

  test('is refused to somebody whose role was taken away', async () => {
    const former = { ...mieke, roles: ['supervisor' as const] };
    expect(await endConversation(tools, former, conversation.id, ending())).toMatchObject({ ok: false });
  });

  test('asks for the outcome of every service', async () => {
    const half = { outcomes: ending().outcomes.slice(1), report: '' };
    expect(await endConversation(tools, mieke, conversation.id, half)).toEqual({
      ok: false,
      failure: { code: 'outcomesMissing' },
    });
    expect((await readConversation()).state).toBe('admitted');
  });

  test('holds though the video server cannot be reached', async () => {
    const failing = { ...tools, videoRooms: { ...videoRooms, close: unused } };
    expect((await endConversation(failing, mieke, conversation.id, ending())).ok).toBe(true);
    expect((await readConversation()).state).toBe('ended');
  });
});
