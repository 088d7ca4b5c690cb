import { countingFor } from '#db/assurance.ts';
import { tellFollowers } from '#db/event-log.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import { type FormContent, formContent } from '#journey/forms/form-definition.ts';
import type {
  AppointmentId,
  FormDefinitionId,
  FormId,
  RequestId,
  StaffMemberId,
  TeamId,
} from '#journey/ids.ts';
import type { Sealing } from '#ports/sealing.ts';
import { beginFilling, type FillingContent, type KnownFacts, readFilling, writeFilling } from './filling.ts';

export type StoredFilling = {
  /** The version that is filled in. */
  readonly form: FormContent;
  readonly content: FillingContent;
  readonly revision: number;
  /** Epoch milliseconds; null before it is sent. */
  readonly sentAt: number | null;
};

const sealedFor = ({ organisationId }: OrganisationScope, requestId: RequestId) => ({
  organisationId,
  thing: `form:${requestId}`,
});

/** What was filled in for a request; null where nobody began. Whoever asks has made sure that its reader may see it. */
export async function findFilling(
  scope: OrganisationScope,
  sealing: Sealing,
  requestId: RequestId,
): Promise<StoredFilling | null> {
  const row = await scope.db.formFilling.findFirst({
    where: { requestId },
    select: { sealed: true, revision: true, sentAt: true, definition: { select: { content: true } } },
  });
  if (row === null) return null;
  return {
    form: formContent.parse(row.definition.content),
    content: readFilling(sealing.open(sealedFor(scope, requestId), row.sealed)),
    revision: row.revision,
    sentAt: row.sentAt?.getTime() ?? null,
  };
}

/** Begins to fill in the version of a form that is published now. @returns false when none is */
export async function createFilling(
  scope: OrganisationScope,
  sealing: Sealing,
  {
    requestId,
    formId,
    facts,
    startedAt,
  }: { requestId: RequestId; formId: FormId; facts: KnownFacts; startedAt: Date },
): Promise<boolean> {
  const newest = await findPublished(scope, formId);
  if (newest === null) return false;
  const content = beginFilling(newest.form, facts);
  const sealed = sealing.seal(sealedFor(scope, requestId), writeFilling(content));
  const { organisationId } = scope;
  await scope.db.formFilling.create({
    data: { organisationId, requestId, definitionId: newest.id, sealed, startedAt },
  });
  return true;
}

/** The newest published version of a form, also when it is asked no more: somebody was asked before. */
export async function findPublished(
  { db }: OrganisationScope,
  formId: FormId,
): Promise<{ readonly id: FormDefinitionId; readonly form: FormContent } | null> {
  const row = await db.formDefinition.findFirst({
    where: { formId, publishedAt: { not: null } },
    orderBy: { version: 'desc' },
    select: { id: true, content: true },
  });
  return row === null ? null : { id: row.id as FormDefinitionId, form: formContent.parse(row.content) };
}

/** Writes a filling that its caller holds by its request. */
export async function writeContent(
  scope: OrganisationScope,
  sealing: Sealing,
  { requestId, content, sentAt }: { requestId: RequestId; content: FillingContent; sentAt: Date | null },
): Promise<void> {
  const sealed = sealing.seal(sealedFor(scope, requestId), writeFilling(content));
  await scope.db.formFilling.updateMany({
    where: { requestId },
    data: { sealed, sentAt, revision: { increment: 1 } },
  });
  tellFollowers(scope, `request:${requestId}`);
}

/** What is known of the citizen of an appointment: by identification where that was, or as they booked. */
export async function readKnownFacts(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<KnownFacts> {
  const [appointment, identification] = [
    await db.appointment.findFirst({
      where: { id: appointmentId },
      select: { citizenName: true, email: true, phone: true },
    }),
    await db.identification.findFirst({
      // What a clerk saw is no attribute that somebody proved.
      where: { ...countingFor({ appointmentId, companionVisitId: null }), level: { not: 'shown' } },
      orderBy: { identifiedAt: 'desc' },
      select: { name: true, birthDate: true },
    }),
  ];
  const told = (text: string | null | undefined) =>
    text ? { text, from: 'appointment' as const } : undefined;
  const verified = (text: string | null | undefined) =>
    text ? { text, from: 'identification' as const } : undefined;
  const facts = {
    name: verified(identification?.name) ?? told(appointment?.citizenName),
    birthDate: verified(identification?.birthDate),
    email: told(appointment?.email),
    phone: told(appointment?.phone),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

/** Whose request it is at the seat: the team of the appointment, and who has its conversation in hand. */
export async function findReaders(
  { db }: OrganisationScope,
  requestId: RequestId,
): Promise<{ readonly teamId: TeamId; readonly clerkId: StaffMemberId | null } | null> {
  const row = await db.request.findFirst({
    where: { id: requestId, kind: 'form' },
    select: { appointment: { select: { teamId: true, conversation: { select: { clerkId: true } } } } },
  });
  if (row === null) return null;
  const { teamId, conversation } = row.appointment;
  return { teamId: teamId as TeamId, clerkId: (conversation?.clerkId ?? null) as StaffMemberId | null };
}
