import { randomBytes, randomUUID } from 'node:crypto';
import type { Prisma } from '#db/generated/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  CompanionLinkId,
  CompanionToken,
  ConversationId,
  CookieToken,
  OrganisationId,
  ParticipantId,
  RoomName,
  SeatId,
  StaffMemberId,
  StaffSessionId,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import { createCookieToken, hashToken } from '#shared/secrets.ts';

/** A browser that opened the link. */
export async function createVisit(
  organisationId: OrganisationId,
  appointmentId: AppointmentId,
  overrides: Partial<Prisma.VisitUncheckedCreateInput> = {},
): Promise<{ id: VisitId; token: CookieToken }> {
  const token = createCookieToken();
  const data: Prisma.VisitUncheckedCreateInput = {
    role: 'citizen',
    createdAt: new Date(),
    ...overrides,
    organisationId,
    appointmentId,
    tokenHash: hashToken(token),
  };
  const visit = await withOrganisation(organisationId, ({ db }) =>
    db.visit.create({ data, select: { id: true } }),
  );
  return { id: visit.id as VisitId, token };
}

/** A third person's own link, with the secret in its address. */
export async function createCompanionLink(
  organisationId: OrganisationId,
  appointmentId: AppointmentId,
  overrides: Partial<Prisma.CompanionLinkUncheckedCreateInput> = {},
): Promise<{ id: CompanionLinkId; token: CompanionToken }> {
  const token = randomBytes(32).toString('base64url') as CompanionToken;
  const data: Prisma.CompanionLinkUncheckedCreateInput = {
    role: 'interpreter',
    createdAt: new Date(),
    ...overrides,
    organisationId,
    appointmentId,
    tokenHash: hashToken(token),
  };
  const link = await withOrganisation(organisationId, ({ db }) =>
    db.companionLink.create({ data, select: { id: true } }),
  );
  return { id: link.id as CompanionLinkId, token };
}

/** A conversation of an appointment, waiting unless told otherwise. */
export async function createConversation(
  organisationId: OrganisationId,
  teamId: TeamId,
  appointmentId: AppointmentId,
  overrides: Partial<Prisma.ConversationUncheckedCreateInput> = {},
): Promise<{ id: ConversationId; roomName: RoomName }> {
  const data: Prisma.ConversationUncheckedCreateInput = {
    channel: 'video',
    startedAt: new Date(),
    roomName: randomUUID(),
    ...overrides,
    organisationId,
    teamId,
    appointmentId,
  };
  const row = await withOrganisation(organisationId, async ({ db }) => {
    const created = await db.conversation.create({ data, select: { id: true, roomName: true } });
    const services = await db.appointmentService.findMany({ where: { appointmentId } });
    await db.conversationService.createMany({
      data: services.map(({ serviceId }) => ({ organisationId, conversationId: created.id, serviceId })),
    });
    return created;
  });
  return { id: row.id as ConversationId, roomName: row.roomName as RoomName };
}

/** Somebody in a conversation: a visit, or a member of staff. */
export async function createParticipant(
  organisationId: OrganisationId,
  conversationId: ConversationId,
  overrides: Partial<Prisma.ParticipantUncheckedCreateInput>,
): Promise<ParticipantId> {
  const data = { role: 'citizen', ...overrides, organisationId, conversationId } as const;
  const row = await withOrganisation(organisationId, ({ db }) =>
    db.participant.create({ data, select: { id: true } }),
  );
  return row.id as ParticipantId;
}

/** A node that holds its lease for an hour, or until the given moment. */
export async function createNode(
  organisationId: OrganisationId,
  leaseExpiresAt = new Date(Date.now() + 3_600_000),
): Promise<string> {
  const data = { id: randomUUID(), leaseExpiresAt };
  const node = await withOrganisation(organisationId, ({ db }) => db.node.create({ data }));
  return node.id;
}

/** The page of a visit is connected to a node. */
export async function createPresence(
  organisationId: OrganisationId,
  presence: { visitId: VisitId; teamId: TeamId; nodeId: string; arrivedAt?: Date },
): Promise<void> {
  const data = { arrivedAt: new Date(), ...presence, organisationId };
  await withOrganisation(organisationId, ({ db }) => db.presence.create({ data, select: { visitId: true } }));
}

/** A signed-on browser of a member of staff, with the value of its cookie. */
export async function createStaffSession(
  organisationId: OrganisationId,
  staffMemberId: StaffMemberId,
  session: { host: string; seatId?: SeatId | null; expiresAt?: Date },
): Promise<{ id: StaffSessionId; token: CookieToken }> {
  const token = createCookieToken();
  const data = {
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 9 * 3_600_000),
    ...session,
    organisationId,
    staffMemberId,
    tokenHash: hashToken(token),
  };
  const row = await withOrganisation(organisationId, ({ db }) =>
    db.staffSession.create({ data, select: { id: true } }),
  );
  return { id: row.id as StaffSessionId, token };
}
