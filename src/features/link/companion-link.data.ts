import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type {
  AppointmentId,
  AppointmentReference,
  CompanionLinkId,
  CompanionToken,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { keptUntil } from '#journey/retention.ts';
import { type LinkStage, linkStageAt } from '#journey/stages.ts';
import { hashToken } from '#shared/secrets.ts';

/** What stands behind a third person's link. Times in epoch milliseconds. */
export type CompanionLink = {
  readonly id: CompanionLinkId;
  readonly role: CompanionRole;
  readonly isWithdrawn: boolean;
  /** Who came by it, on the device on which they are now; null before anybody did. */
  readonly visitId: VisitId | null;
  readonly appointmentId: AppointmentId;
  readonly reference: AppointmentReference;
  readonly teamId: TeamId;
  readonly language: Language;
  readonly startAt: number;
  readonly endAt: number;
  readonly stage: LinkStage;
  readonly isVideo: boolean;
};

/**
 * The link behind a secret; null for every miss, and once nothing of its appointment is kept any more.
 * @param token whatever stands in the address
 */
export async function findCompanionLink(
  { db }: OrganisationScope,
  token: string,
  now: number,
): Promise<CompanionLink | null> {
  const row = await db.companionLink.findFirst({
    where: { tokenHash: hashToken(token as CompanionToken) },
    select: {
      id: true,
      role: true,
      withdrawnAt: true,
      visits: { where: { yieldedAt: null }, select: { id: true } },
      appointment: {
        select: {
          id: true,
          reference: true,
          teamId: true,
          language: true,
          state: true,
          channel: true,
          startAt: true,
          endAt: true,
          conversation: { select: { state: true } },
          services: { select: { service: { select: { retentionDays: true } } } },
        },
      },
    },
  });
  if (row === null) return null;
  const { appointment, visits, withdrawnAt } = row;
  const times = { startAt: appointment.startAt.getTime(), endAt: appointment.endAt.getTime() };
  const retentionDays = appointment.services.map(({ service }) => service.retentionDays);
  if (now >= keptUntil({ ...times, retentionDays })) return null;
  return {
    id: row.id as CompanionLinkId,
    role: row.role,
    isWithdrawn: withdrawnAt !== null,
    visitId: (visits[0]?.id as VisitId | undefined) ?? null,
    appointmentId: appointment.id as AppointmentId,
    reference: appointment.reference as AppointmentReference,
    teamId: appointment.teamId as TeamId,
    language: appointment.language,
    ...times,
    stage: linkStageAt({ ...appointment, ...times }, appointment.conversation?.state ?? null, now),
    isVideo: appointment.channel === 'video',
  };
}

/** Takes the place inside a conversation away from a visit; harmless when it has none. */
export async function leaveInside({ db }: OrganisationScope, visitId: VisitId): Promise<void> {
  await db.participant.updateMany({
    where: { visitId, state: 'admitted' },
    data: { state: 'waiting', admittedAt: null, screenAsk: null },
  });
}
