import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { ProposableChannel } from '#journey/channel-proposal.ts';
import type { AppointmentId, StaffMemberId } from '#journey/ids.ts';

export type StoredProposal = { readonly channel: ProposableChannel; readonly isDeclined: boolean };

/** What was proposed last instead of video; null when nothing was. */
export async function findProposal(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<StoredProposal | null> {
  const row = await db.channelProposal.findFirst({
    where: { appointmentId },
    select: { channel: true, declinedAt: true },
  });
  return row && { channel: row.channel as ProposableChannel, isDeclined: row.declinedAt !== null };
}

/** One proposal at a time: a new one takes the place of the last. */
export async function writeProposal(
  { db, organisationId }: OrganisationScope,
  proposal: {
    readonly appointmentId: AppointmentId;
    readonly channel: ProposableChannel;
    readonly proposedAt: Date;
    readonly proposedById: StaffMemberId;
  },
): Promise<void> {
  await db.channelProposal.deleteMany({ where: { appointmentId: proposal.appointmentId } });
  await db.channelProposal.create({ data: { ...proposal, organisationId } });
}

export async function declineProposal(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  declinedAt: Date,
): Promise<void> {
  await db.channelProposal.updateMany({ where: { appointmentId }, data: { declinedAt } });
}

/** @returns whether there was one */
export async function deleteProposal(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<boolean> {
  return (await db.channelProposal.deleteMany({ where: { appointmentId } })).count > 0;
}
