import { gatherInLook } from '#db/look.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type {
  AppointmentId,
  AppointmentReference,
  CompanionLinkId,
  CookieToken,
  TeamId,
  VisitId,
} from '#journey/ids.ts';
import { type LinkStage, linkStageAt } from '#journey/stages.ts';
import { hashToken } from '#shared/secrets.ts';

/** A browser that opened an appointment's link, as its cookie proves. */
export type KnownVisit = {
  readonly actor: VisitActor;
  readonly teamId: TeamId;
  /** Another device of the citizen took over. */
  readonly yielded: boolean;
  /** Epoch milliseconds; null while it is the citizen's device. */
  readonly yieldedAt: number | null;
  /** It came by a third person's own link, which was withdrawn. */
  readonly withdrawn: boolean;
  /** What its appointment opens, at a moment in epoch milliseconds. */
  readonly stageAt: (now: number) => LinkStage;
};

/** The visit behind a browser's cookie; null when the cookie is of no visit, or of another appointment's. */
export async function findVisit(
  scope: OrganisationScope,
  reference: string,
  token: CookieToken,
): Promise<KnownVisit | null> {
  const tokenHash = Buffer.from(hashToken(token)).toString('base64');
  const row = await gatherInLook(scope, 'visitOfCookie', tokenHash, (hashes) => selectVisits(scope, hashes));
  if (row === undefined || row.appointment.reference !== reference) return null;
  const { teamId, state, channel, kind, conversation, ...time } = row.appointment;
  const appointment = {
    state,
    channel,
    startAt: time.startAt.getTime(),
    endAt: time.endAt.getTime(),
    sentBackAt: conversation?.sentBackAt?.getTime() ?? null,
    isWalkIn: kind === 'walkIn',
  };
  return {
    actor: {
      kind: 'visitor',
      organisationId: scope.organisationId,
      visitId: row.id as VisitId,
      appointmentId: row.appointmentId as AppointmentId,
      role: row.role,
    },
    teamId: teamId as TeamId,
    yielded: row.yieldedAt !== null,
    yieldedAt: row.yieldedAt?.getTime() ?? null,
    withdrawn: row.companionLink?.withdrawnAt != null,
    stageAt: (now) => linkStageAt(appointment, conversation?.state ?? null, now),
  };
}

async function selectVisits({ db }: OrganisationScope, tokenHashes: readonly string[]) {
  const rows = await db.visit.findMany({
    where: { tokenHash: { in: tokenHashes.map((hash) => Buffer.from(hash, 'base64')) } },
    select: {
      id: true,
      tokenHash: true,
      appointmentId: true,
      role: true,
      yieldedAt: true,
      companionLink: { select: { withdrawnAt: true } },
      appointment: {
        select: {
          reference: true,
          teamId: true,
          state: true,
          channel: true,
          kind: true,
          startAt: true,
          endAt: true,
          conversation: { select: { state: true, sentBackAt: true } },
        },
      },
    },
  });
  return new Map(rows.map((row) => [Buffer.from(row.tokenHash).toString('base64'), row]));
}

/** The visit in which the citizen is now; null before the first. */
export async function findCitizensVisit(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<VisitId | null> {
  const row = await scope.db.visit.findFirst({
    where: { appointmentId, role: 'citizen', yieldedAt: null },
    select: { id: true },
  });
  return row === null ? null : (row.id as VisitId);
}

export async function countCompanions(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<number> {
  return scope.db.visit.count({ where: { appointmentId, role: 'companion' } });
}

export type NewVisit = {
  readonly appointmentId: AppointmentId;
  readonly token: CookieToken;
  readonly at: Date;
} & (
  | { readonly role: 'citizen' }
  /** @param companionName 1 to 120 characters */
  | {
      readonly role: 'companion';
      readonly companionName: string;
      /** Of who comes by a link of their own. */
      readonly companionRole?: CompanionRole;
      readonly companionLinkId?: CompanionLinkId;
    }
);

export async function createVisit(scope: OrganisationScope, visit: NewVisit): Promise<VisitId> {
  const { id } = await scope.db.visit.create({
    data: {
      organisationId: scope.organisationId,
      appointmentId: visit.appointmentId,
      role: visit.role,
      companionName: visit.role === 'companion' ? visit.companionName : null,
      companionRole: visit.role === 'companion' ? (visit.companionRole ?? null) : null,
      companionLinkId: visit.role === 'companion' ? (visit.companionLinkId ?? null) : null,
      tokenHash: hashToken(visit.token),
      createdAt: visit.at,
    },
    select: { id: true },
  });
  return id as VisitId;
}

/** Ends a visit because another device takes over: it is nobody's place any more, and nobody is there with it. */
export async function yieldVisit(scope: OrganisationScope, visitId: VisitId, at: Date): Promise<void> {
  await scope.db.visit.updateMany({ where: { id: visitId }, data: { yieldedAt: at } });
  await scope.db.presence.deleteMany({ where: { visitId } });
}

/** The appointment that a citizen's browser visits, by its cookie's value alone; null when it visits none, or gave way. */
export async function findVisited(
  { db }: OrganisationScope,
  token: CookieToken,
): Promise<{ readonly reference: AppointmentReference; readonly endAt: number } | null> {
  const row = await db.visit.findFirst({
    where: { tokenHash: hashToken(token), role: 'citizen', yieldedAt: null },
    select: { appointment: { select: { reference: true, endAt: true } } },
  });
  if (row === null) return null;
  const { reference, endAt } = row.appointment;
  return { reference: reference as AppointmentReference, endAt: endAt.getTime() };
}
