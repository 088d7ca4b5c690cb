import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { ComplaintForm, ComplaintSubject } from './complaint.ts';

/** What a complaint about an appointment is about; null when there is no such appointment. */
export async function findConcerned(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<{
  readonly teamId: TeamId;
  readonly reference: string;
  readonly concernsId: StaffMemberId | null;
} | null> {
  const row = await db.appointment.findFirst({
    where: { id: appointmentId },
    select: { teamId: true, reference: true, conversation: { select: { clerkId: true } } },
  });
  if (row === null) return null;
  return {
    teamId: row.teamId as TeamId,
    reference: row.reference,
    concernsId: (row.conversation?.clerkId ?? null) as StaffMemberId | null,
  };
}

/** @returns whether it is a new one */
export async function addComplaint(
  { db, organisationId }: OrganisationScope,
  { key, ...form }: ComplaintForm,
  about: {
    readonly teamId: TeamId;
    readonly reference: string;
    readonly concernsId: StaffMemberId | null;
    readonly madeAt: Date;
  },
): Promise<boolean> {
  const data = [{ organisationId, submissionKey: key, ...form, ...about }];
  return (await db.complaint.createMany({ data, skipDuplicates: true })).count === 1;
}

export type ListedComplaint = {
  readonly id: string;
  readonly subject: ComplaintSubject;
  readonly words: string;
  readonly contact: string | null;
  readonly reference: string;
  readonly teamName: LocalizedText;
  readonly clerkName: string | null;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly isSettled: boolean;
};

const mostListed = 100;

/** The newest complaints that do not concern this reader, open ones first. */
export async function readComplaints(
  { db }: OrganisationScope,
  readerId: StaffMemberId,
): Promise<readonly ListedComplaint[]> {
  const rows = await db.complaint.findMany({
    where: notAbout(readerId),
    orderBy: [{ settledAt: { sort: 'desc', nulls: 'first' } }, { madeAt: 'desc' }],
    take: mostListed,
    select: {
      id: true,
      subject: true,
      words: true,
      contact: true,
      reference: true,
      madeAt: true,
      settledAt: true,
      team: { select: { name: true } },
      concerns: { select: { name: true } },
    },
  });
  return rows.map(({ team, concerns, madeAt, settledAt, ...row }) => ({
    ...row,
    teamName: team.name as LocalizedText,
    clerkName: concerns?.name ?? null,
    madeAt: madeAt.getTime(),
    isSettled: settledAt !== null,
  }));
}

/** Writes that it was dealt with. @returns whether it was open, and not about this person */
export async function settle(
  { db }: OrganisationScope,
  id: string,
  settledById: StaffMemberId,
  settledAt: Date,
): Promise<boolean> {
  const where = { id, settledAt: null, ...notAbout(settledById) };
  return (await db.complaint.updateMany({ where, data: { settledAt, settledById } })).count === 1;
}

/** Null is of nobody, and not unequal to anybody in SQL. */
function notAbout(staffMemberId: StaffMemberId) {
  return { OR: [{ concernsId: null }, { concernsId: { not: staffMemberId } }] };
}
