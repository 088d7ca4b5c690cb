import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, DocumentId, TeamId } from '#journey/ids.ts';
import { type LinkStage, linkStageAt } from '#journey/stages.ts';
import type { DocumentType } from './document-types.ts';

/** An appointment to which documents come. */
export type Receiver = {
  readonly teamId: TeamId;
  /** At a moment in epoch milliseconds. */
  readonly stageAt: (now: number) => LinkStage;
  /** Keys of what may be sent in for it. */
  readonly uploadable: ReadonlySet<string>;
};

/** Where documents come; null when there is no such appointment. */
export async function findReceiver({ db }: OrganisationScope, id: AppointmentId): Promise<Receiver | null> {
  const row = await db.appointment.findFirst({
    where: { id },
    select: {
      teamId: true,
      state: true,
      channel: true,
      startAt: true,
      endAt: true,
      conversation: { select: { state: true } },
      principal: { select: { kind: true } },
      services: {
        select: {
          service: { select: { requirements: { where: { mayUpload: true }, select: { id: true } } } },
        },
      },
    },
  });
  if (row === null) return null;
  const times = { ...row, startAt: row.startAt.getTime(), endAt: row.endAt.getTime() };
  const asked = row.services.flatMap(({ service }) => service.requirements.map(({ id }) => id));
  return {
    teamId: row.teamId as TeamId,
    stageAt: (now) => linkStageAt(times, row.conversation?.state ?? null, now),
    uploadable: new Set(row.principal === null ? asked : [...asked, 'mandate']),
  };
}

/** Lets the documents of an appointment come one after the other, so that counting them is right. */
export async function takeTurn({ db }: OrganisationScope, id: AppointmentId): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('documents:' || ${id}::text, 0))`;
}

/** How many documents an appointment has, and how many of them of one item. */
export async function countDocuments(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  itemKey: string | null,
): Promise<{ readonly all: number; readonly ofItem: number }> {
  const [all, ofItem] = [
    await db.document.count({ where: { appointmentId } }),
    await db.document.count({ where: { appointmentId, itemKey } }),
  ];
  return { all, ofItem };
}

export type NewDocument = {
  readonly appointmentId: AppointmentId;
  readonly kind: 'brought' | 'stillPicture';
  readonly itemKey: string | null;
  readonly name: string;
  readonly mediaType: DocumentType;
  readonly sizeBytes: number;
  readonly keptAt: Date;
};

export async function createDocument(
  { db, organisationId }: OrganisationScope,
  document: NewDocument,
): Promise<DocumentId> {
  const { id } = await db.document.create({ data: { ...document, organisationId }, select: { id: true } });
  return id as DocumentId;
}

/** Deletes a document of that appointment, and its bytes. @returns what it was of; null when there is none */
export async function deleteDocument(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  id: DocumentId,
): Promise<{ readonly teamId: TeamId } | null> {
  const row = await db.document.findFirst({
    where: { id, appointmentId },
    select: { appointment: { select: { teamId: true } } },
  });
  if (row === null) return null;
  await db.document.deleteMany({ where: { id, appointmentId } });
  return { teamId: row.appointment.teamId as TeamId };
}

/** A document of an appointment of that team; null for every other one. */
export async function findDocument(
  { db }: OrganisationScope,
  id: DocumentId,
  teamId: TeamId,
): Promise<{ readonly name: string; readonly mediaType: string } | null> {
  return db.document.findFirst({
    where: { id, appointment: { teamId } },
    select: { name: true, mediaType: true },
  });
}
