import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AssuranceLevel } from '#journey/assurance-level.ts';
import type {
  AppointmentId,
  RequestId,
  RequestStatementId,
  ServiceId,
  StaffMemberId,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { openStates, type RequestKind, type RequestState } from '#journey/requests.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import type { AskableStatement, SeatRequest, VisitorRequest } from './request-views.ts';

/** Of what something is asked: enough to say who may ask, and whether it is over. */
export type AskedAbout = {
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly state: AppointmentState;
  readonly conversationState: ConversationState | null;
  /** Of another team perhaps, who took the conversation over. */
  readonly clerkId: StaffMemberId | null;
  readonly citizenName: string;
};

export async function findAskedAbout(
  { db }: OrganisationScope,
  id: AppointmentId,
): Promise<AskedAbout | null> {
  const row = await db.appointment.findFirst({
    where: { id },
    select: {
      teamId: true,
      state: true,
      citizenName: true,
      conversation: { select: { state: true, clerkId: true } },
    },
  });
  if (row === null) return null;
  const { conversation, ...appointment } = row;
  return {
    ...appointment,
    appointmentId: id,
    conversationState: conversation?.state ?? null,
    clerkId: conversation?.clerkId ?? null,
  } as AskedAbout;
}

const statementFields = {
  id: true,
  serviceId: true,
  kind: true,
  title: true,
  purpose: true,
  basis: true,
  ifDeclined: true,
  isMandatory: true,
  minimumLevel: true,
  keptDays: true,
  settings: true,
} as const;

/** What a service states, as it is copied into a request. */
export type Statement = AskableStatement & {
  readonly purpose: LocalizedText;
  readonly basis: LocalizedText;
  readonly ifDeclined: LocalizedText | null;
  readonly keptDays: number;
  readonly settings: object;
};

/** What the services of an appointment state that may be asked, in their order. */
export async function listStatements(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly Statement[]> {
  const rows = await db.requestStatement.findMany({
    where: { service: { appointments: { some: { appointmentId } } } },
    orderBy: [{ serviceId: 'asc' }, { position: 'asc' }],
    select: statementFields,
  });
  return rows as unknown as readonly Statement[];
}

/** Whether such a third person comes along with this appointment, in a browser that is theirs still. */
export async function isComingAlong(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  visitId: VisitId,
): Promise<boolean> {
  const where = { id: visitId, appointmentId, role: 'companion' as const, yieldedAt: null };
  return (await db.visit.count({ where })) === 1;
}

export type NewRequest = {
  readonly appointmentId: AppointmentId;
  readonly companionVisitId: VisitId | null;
  readonly askedById: StaffMemberId | null;
  readonly askedAt: Date;
};

export async function addRequest(
  { db, organisationId }: OrganisationScope,
  { id: statementId, ...statement }: Statement,
  asked: NewRequest,
): Promise<RequestId> {
  const { ifDeclined, ...texts } = statement;
  const row = await db.request.create({
    data: {
      ...texts,
      ...(ifDeclined !== null && { ifDeclined }),
      ...asked,
      organisationId,
      statementId,
      state: 'sent',
    },
    select: { id: true },
  });
  return row.id as RequestId;
}

/** Whether the same is asked of the same person already, and open. */
export async function isAskedAlready(
  { db }: OrganisationScope,
  statementId: RequestStatementId,
  { appointmentId, companionVisitId }: Pick<NewRequest, 'appointmentId' | 'companionVisitId'>,
): Promise<boolean> {
  const where = { statementId, appointmentId, companionVisitId, state: { in: [...openStates] } };
  return (await db.request.count({ where })) > 0;
}

/** Puts a request aside, or takes it up again. @returns whether it was open */
export async function savePostponed(
  { db }: OrganisationScope,
  id: RequestId,
  postponedAt: Date | null,
): Promise<boolean> {
  const { count } = await db.request.updateMany({
    where: { id, state: { in: [...openStates] } },
    data: { postponedAt, revision: { increment: 1 } },
  });
  return count === 1;
}

export async function listSeatRequests(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly SeatRequest[]> {
  const rows = await db.request.findMany({
    where: { appointmentId },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      statementId: true,
      kind: true,
      settings: true,
      title: true,
      state: true,
      progress: true,
      problem: true,
      postponedAt: true,
      declinedBecause: true,
      askedAt: true,
      openedAt: true,
      settledAt: true,
      service: { select: { name: true } },
      companionVisit: { select: { id: true, companionName: true } },
    },
  });
  return rows.map(({ service, companionVisit, postponedAt, askedAt, openedAt, settledAt, ...row }) => ({
    ...row,
    id: row.id as RequestId,
    statementId: row.statementId as RequestStatementId,
    title: row.title as LocalizedText,
    serviceName: service.name as LocalizedText,
    companion: companionVisit && {
      visitId: companionVisit.id as VisitId,
      name: companionVisit.companionName ?? '',
    },
    isPostponed: postponedAt !== null,
    askedAt: askedAt.getTime(),
    openedAt: openedAt?.getTime() ?? null,
    settledAt: settledAt?.getTime() ?? null,
  }));
}

export type FoundIdentity = {
  readonly level: AssuranceLevel;
  readonly provider: string;
  readonly method: string;
  readonly name: string | null;
  readonly numberMasked: string | null;
  readonly identifiedAt: Date;
};

/** Who the citizen turned out to be in the device that is theirs now, or by a clerk's look; the newest first. */
export function listIdentities(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly FoundIdentity[]> {
  return db.identification.findMany({
    where: {
      request: { appointmentId, companionVisitId: null, state: 'fulfilled' },
      OR: [{ visitId: null }, { visit: { yieldedAt: null } }],
    },
    orderBy: { identifiedAt: 'desc' },
    select: {
      level: true,
      provider: true,
      method: true,
      name: true,
      numberMasked: true,
      identifiedAt: true,
    },
  });
}

const visitorFields = {
  id: true,
  kind: true,
  serviceId: true,
  title: true,
  purpose: true,
  basis: true,
  ifDeclined: true,
  isMandatory: true,
  keptDays: true,
  settings: true,
  state: true,
  problem: true,
  postponedAt: true,
  service: { select: { name: true, recipients: true } },
} as const;

/** Whose requests a browser sees: the citizen's, or those of a third person's own visit. */
export type AskedPerson = {
  readonly appointmentId: AppointmentId;
  readonly companionVisitId: VisitId | null;
};

/** What is asked of one person and not settled, the oldest first; with an id, that one alone, also once it is settled. */
export async function listVisitorRequests(
  { db }: OrganisationScope,
  asked: AskedPerson,
  id?: RequestId,
): Promise<readonly VisitorRequest[]> {
  const rows = await db.request.findMany({
    where: {
      ...asked,
      ...(id === undefined ? { state: { in: [...openStates] } } : { id, state: { not: 'draft' } }),
    },
    orderBy: { id: 'asc' },
    select: visitorFields,
  });
  return rows.map(toVisitorRequest);
}

type VisitorRow = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly serviceId: string;
  readonly title: unknown;
  readonly purpose: unknown;
  readonly basis: unknown;
  readonly ifDeclined: unknown;
  readonly isMandatory: boolean;
  readonly keptDays: number;
  readonly settings: unknown;
  readonly state: RequestState;
  readonly problem: string | null;
  readonly postponedAt: Date | null;
  readonly service: { readonly name: unknown; readonly recipients: unknown };
};

function toVisitorRequest({ service, postponedAt, ...row }: VisitorRow): VisitorRequest {
  return {
    ...row,
    id: row.id as RequestId,
    serviceId: row.serviceId as ServiceId,
    title: row.title as LocalizedText,
    purpose: row.purpose as LocalizedText,
    basis: row.basis as LocalizedText,
    ifDeclined: row.ifDeclined as LocalizedText | null,
    serviceName: service.name as LocalizedText,
    recipients: service.recipients as readonly LocalizedText[],
    isPostponed: postponedAt !== null,
    state: row.state as VisitorRequest['state'],
  };
}
