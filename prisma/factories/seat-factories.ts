import { withOrganisation } from '#db/organisation-scope.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import type { StaffActor } from '#journey/actor.ts';
import type {
  AppointmentId,
  ConversationId,
  CookieToken,
  OrganisationId,
  ParticipantId,
  RoomName,
  SeatId,
  ServiceId,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import { createAppointment } from './appointment-factories.ts';
import {
  createConversation,
  createNode,
  createParticipant,
  createPresence,
  createStaffSession,
  createVisit,
} from './conversation-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createStaffMember,
  createTeam,
} from './organisation-factories.ts';

/** A team with one service, in an organisation of its own or in a given one. */
export type Counter = {
  readonly organisation: { readonly id: OrganisationId; readonly host: string };
  readonly teamId: TeamId;
  readonly serviceId: ServiceId;
  readonly nodeId: string;
};

export async function createCounter(given?: Counter['organisation']): Promise<Counter> {
  const organisation = given ?? (await createOrganisation());
  const { id: teamId } = await createTeam(organisation.id);
  const { id: serviceId } = await createService(organisation.id, teamId);
  const nodeId = await createNode(organisation.id);
  return { organisation, teamId, serviceId, nodeId };
}

export type SeatedClerk = {
  readonly actor: StaffActor;
  readonly token: CookieToken;
  readonly seatId: SeatId;
};

/** A clerk who signed on and sits at a seat of their own. */
export async function createSeatedClerk(
  { organisation, teamId }: Counter,
  overrides: Parameters<typeof createStaffMember>[2] = {},
): Promise<SeatedClerk> {
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const member = await createStaffMember(organisation.id, [teamId], overrides);
  const { token } = await createStaffSession(organisation.id, member.id, { host: organisation.host, seatId });
  const key = { token, host: organisation.host };
  const actor = await withOrganisation(organisation.id, (scope) => findStaffActor(scope, key, new Date()));
  if (actor === null) throw new Error('The session that was just made does not hold.');
  return { actor, token, seatId };
}

export type WaitingCitizen = {
  readonly appointmentId: AppointmentId;
  readonly conversationId: ConversationId;
  readonly roomName: RoomName;
  readonly visitId: VisitId;
  readonly participantId: ParticipantId;
};

/** A citizen with an appointment at a seat of their own, who arrived and waits. */
export async function createWaitingCitizen(
  counter: Counter,
  overrides: Parameters<typeof createAppointment>[2] & { readonly present?: boolean } = {},
): Promise<WaitingCitizen> {
  const { organisation, teamId, serviceId, nodeId } = counter;
  const { present = true, ...row } = overrides;
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const appointment = await createAppointment(place, 'a secret of links that only tests know', row);
  const conversation = await createConversation(organisation.id, teamId, appointment.id);
  const visit = await createVisit(organisation.id, appointment.id);
  const participantId = await createParticipant(organisation.id, conversation.id, { visitId: visit.id });
  if (present) await createPresence(organisation.id, { visitId: visit.id, teamId, nodeId });
  return {
    appointmentId: appointment.id,
    conversationId: conversation.id,
    roomName: conversation.roomName,
    visitId: visit.id,
    participantId,
  };
}

/** One more browser of the same appointment that stands at the door: a companion, or the citizen on another device. */
export async function createPersonAtTheDoor(
  { organisation, teamId, nodeId }: Counter,
  { appointmentId, conversationId }: WaitingCitizen,
  person: { readonly role: 'companion'; readonly companionName: string } | { readonly role: 'citizen' },
): Promise<{ readonly visitId: VisitId; readonly participantId: ParticipantId }> {
  if (person.role === 'citizen') {
    await withOrganisation(organisation.id, ({ db }) =>
      db.visit.updateMany({ where: { appointmentId, role: 'citizen' }, data: { yieldedAt: new Date() } }),
    );
  }
  const { id: visitId } = await createVisit(organisation.id, appointmentId, person);
  const participantId = await createParticipant(organisation.id, conversationId, {
    role: person.role,
    visitId,
  });
  await createPresence(organisation.id, { visitId, teamId, nodeId });
  return { visitId, participantId };
}
