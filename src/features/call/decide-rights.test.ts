import { describe, expect, test } from 'vitest';
import type { StaffActor } from '#journey/actor.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type {
  OrganisationId,
  ParticipantId,
  RoomName,
  StaffMemberId,
  StaffSessionId,
  TeamId,
} from '#journey/ids.ts';
import {
  type ClerkPlace,
  decideClerkRights,
  decideVisitorRights,
  type VisitorPlace,
} from './decide-rights.ts';

const team = 'team' as TeamId;
const clerk: StaffActor = {
  kind: 'staff',
  organisationId: 'organisation' as OrganisationId,
  sessionId: 'session' as StaffSessionId,
  staffMemberId: 'mieke' as StaffMemberId,
  name: 'Mieke Verstraete',
  roles: ['clerk'],
  teamIds: [team],
  seat: null,
};

function visitor(
  conversation: Partial<VisitorPlace['conversation']>,
  own: Partial<Omit<VisitorPlace, 'conversation'>> = {},
): VisitorPlace {
  return {
    participantId: 'sofie' as ParticipantId,
    displayName: 'Sofie Van Daele',
    participantState: 'waiting',
    companionRole: undefined,
    isAskedForScreen: false,
    isPictureStopped: false,
    yielded: false,
    ...own,
    conversation: {
      state: 'waiting',
      appointmentState: 'booked',
      roomName: 'room' as RoomName,
      otherWay: null,
      ...conversation,
    },
  };
}

const found = (state: ClerkPlace['conversation']['state'], clerkId: string | null): ClerkPlace => ({
  teamId: team,
  clerkId: clerkId as StaffMemberId | null,
  helperId: null,
  conversation: { state, appointmentState: 'booked', roomName: 'room' as RoomName, otherWay: null },
});

describe('a visitor', () => {
  test('who waits near the front is connected without any rights', () => {
    expect(decideVisitorRights(visitor({}), true)).toEqual({ ok: true, value: 'observeNothing' });
  });

  test('who waits further back is not connected yet', () => {
    expect(decideVisitorRights(visitor({}), false)).toEqual({ ok: false, failure: { code: 'notYet' } });
  });

  test('converses once this very person was admitted', () => {
    const admitted = visitor({ state: 'admitted' }, { participantState: 'admitted' });
    expect(decideVisitorRights(admitted, false)).toEqual({ ok: true, value: 'converse' });
    const asked = { ...admitted, isAskedForScreen: true };
    expect(decideVisitorRights(asked, false)).toEqual({ ok: true, value: 'converseAndShare' });
    const byPhone = { ...admitted, conversation: { ...admitted.conversation, otherWay: 'byPhone' as const } };
    expect(decideVisitorRights(byPhone, false)).toEqual({ ok: false, failure: { code: 'byPhone' } });
  });

  test('who comes along shares a screen as the role allows, and is heard and seen in every role', () => {
    const rightsOf = (companionRole: CompanionRole | null, isAskedForScreen: boolean) =>
      decideVisitorRights(
        visitor({ state: 'admitted' }, { participantState: 'admitted', companionRole, isAskedForScreen }),
        false,
      );
    for (const role of ['interpreter', 'signInterpreter', 'textInterpreter'] as const)
      for (const asked of [true, false])
        expect(rightsOf(role, asked)).toEqual({ ok: true, value: 'converse' });
    for (const role of ['carer', 'family', null] as const) {
      expect(rightsOf(role, false)).toEqual({ ok: true, value: 'converse' });
      expect(rightsOf(role, true)).toEqual({ ok: true, value: 'converseAndShare' });
    }
    expect(rightsOf('expert', false)).toEqual({ ok: true, value: 'converseAndShare' });
  });

  test('at the door of a running conversation has nothing', () => {
    expect(decideVisitorRights(visitor({ state: 'admitted' }), true)).toEqual({
      ok: false,
      failure: { code: 'notYet' },
    });
  });

  test('whose other device took over has nothing, even if admitted before', () => {
    const yielded = visitor({ state: 'admitted' }, { participantState: 'admitted', yielded: true });
    expect(decideVisitorRights(yielded, true)).toEqual({ ok: false, failure: { code: 'yielded' } });
  });

  test.each([
    { state: 'ended' as const },
    { appointmentState: 'cancelled' as const },
    { appointmentState: 'completed' as const },
  ])('has nothing when it is over: %o', (conversation) => {
    const admitted = visitor(conversation, { participantState: 'admitted' });
    expect(decideVisitorRights(admitted, true)).toEqual({ ok: false, failure: { code: 'ended' } });
  });
});

describe('a clerk', () => {
  test('is there unseen while the citizen waits', () => {
    expect(decideClerkRights(found('waiting', null), clerk)).toEqual({ ok: true, value: 'readyHidden' });
  });

  test('converses in an own conversation, and not in that of a colleague', () => {
    expect(decideClerkRights(found('admitted', 'mieke'), clerk)).toEqual({
      ok: true,
      value: 'converseAndShare',
    });
    expect(decideClerkRights(found('admitted', 'joris'), clerk)).toEqual({
      ok: false,
      failure: { code: 'taken' },
    });
  });

  test('converses in that of a colleague, also of another team, as long as they were asked to', () => {
    const asked = { ...found('admitted', 'joris'), helperId: clerk.staffMemberId };
    const ofAnotherTeam = { ...clerk, teamIds: [] };
    for (const actor of [clerk, ofAnotherTeam])
      expect(decideClerkRights(asked, actor)).toEqual({ ok: true, value: 'converseAndShare' });
    expect(decideClerkRights(asked, { ...clerk, roles: ['supervisor'] })).toBeNull();
    expect(decideClerkRights({ ...asked, helperId: null }, ofAnotherTeam)).toBeNull();
  });

  test('has nothing when it is over', () => {
    expect(decideClerkRights(found('ended', 'mieke'), clerk)).toEqual({
      ok: false,
      failure: { code: 'ended' },
    });
  });

  test('of another team, or without the role, does not learn that there is a conversation', () => {
    expect(decideClerkRights(found('waiting', null), { ...clerk, teamIds: [] })).toBeNull();
    expect(decideClerkRights(found('waiting', null), { ...clerk, roles: ['supervisor'] })).toBeNull();
  });
});
