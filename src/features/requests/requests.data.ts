import type { OrganisationScope } from '#db/organisation-scope.ts';
import type {
  AppointmentId,
  RequestId,
  RequestStatementId,
  StaffMemberId,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { type Addressee, openStates } from '#journey/requests.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import type { AskableStatement, Principal } from './request-views.ts';

/** Of what something is asked: enough to say who may ask, and whether it is over. */
export type AskedAbout = {
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly state: AppointmentState;
  readonly conversationState: ConversationState | null;
  /** Of another team perhaps, who took the conversation over. */
  readonly clerkId: StaffMemberId | null;
  readonly citizenName: string;
  /** For whom the citizen said to act; null for themselves. */
  readonly principal: Principal | null;
  /** E.164; null without. */
  readonly phone: string | null;
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
      phone: true,
      principal: { select: { name: true, registrationNumber: true } },
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

export type NewRequest = Addressee & {
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
  { appointmentId, companionVisitId }: Addressee,
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
