import type { EventActor, VisitActor } from '#journey/actor.ts';
import type { AppointmentId, RequestId, ServiceId, TeamId, VisitId } from '#journey/ids.ts';
import {
  addresseeOf,
  isOpen,
  openStates,
  type RequestKind,
  type RequestMove,
  type RequestState,
  requestMoves,
} from '#journey/requests.ts';
import { recordEvent } from './event-log.ts';
import type { OrganisationScope } from './organisation-scope.ts';
import { renewPage } from './page-version.ts';

/** A request as whoever moves it needs to know it. */
export type HeldRequest = {
  readonly id: RequestId;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
  readonly serviceId: ServiceId;
  readonly kind: RequestKind;
  readonly state: RequestState;
  /** Null is the citizen. */
  readonly companionVisitId: VisitId | null;
  /** Of the kind: its panel reads them. */
  readonly settings: unknown;
};

const held = {
  id: true,
  appointmentId: true,
  serviceId: true,
  kind: true,
  state: true,
  companionVisitId: true,
  settings: true,
  appointment: { select: { teamId: true } },
} as const;

/** Nobody else moves the request until the transaction ends; null when there is none of that id. */
export async function holdRequest(scope: OrganisationScope, id: RequestId): Promise<HeldRequest | null> {
  await scope.db.$queryRaw`
    select id from "Request" where "organisationId" = ${scope.organisationId}::uuid and id = ${id}::uuid for update`;
  return findRequest(scope, id);
}

/** The same for who only looks, and holds nobody up. */
export async function findRequest({ db }: OrganisationScope, id: RequestId): Promise<HeldRequest | null> {
  const row = await db.request.findFirst({ where: { id }, select: held });
  return row === null ? null : toHeld(row);
}

/** Whether this is asked of whoever visits: of the citizen on whatever device, or of a third person in their own browser. */
export function isAskedOf(
  { appointmentId, companionVisitId, state }: HeldRequest,
  actor: VisitActor,
): boolean {
  const asked = addresseeOf(actor);
  return (
    state !== 'draft' && appointmentId === asked.appointmentId && companionVisitId === asked.companionVisitId
  );
}

type Moved = {
  readonly actor: EventActor;
  /** Epoch milliseconds. */
  readonly at: number;
  /** In words of its kind; what is not said is over. */
  readonly progress?: string;
  readonly problem?: string;
  readonly declinedBecause?: string | null;
};

/**
 * Moves a request in the one set of transitions that every kind has, and tells of it. Feature and panels alike move requests by this alone.
 * @returns the request after the move; null when that cannot happen to it any more, and then nothing was written
 */
export async function moveRequest(
  scope: OrganisationScope,
  id: RequestId,
  move: RequestMove,
  { actor, at, progress, problem, declinedBecause }: Moved,
): Promise<HeldRequest | null> {
  const { from, to } = requestMoves[move];
  const isSettled = to !== 'draft' && !isOpen(to);
  const [row] = await scope.db.request.updateManyAndReturn({
    where: { id, state: { in: [...from] } },
    data: {
      state: to,
      revision: { increment: 1 },
      progress: isSettled ? null : (progress ?? null),
      problem: isSettled ? null : (problem ?? null),
      postponedAt: null,
      ...(move === 'open' && { openedAt: new Date(at) }),
      ...(isSettled && { settledAt: new Date(at) }),
      ...(move === 'decline' && { declinedBecause }),
    },
    select: held,
  });
  if (row === undefined) return null;
  const request = toHeld(row);
  await tellOfRequest(scope, request, { type: `request.${to}`, actor, at });
  return request;
}

/** Ends all that is open still of an appointment, as when its conversation ends. */
export async function expireRequests(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
  happened: { readonly actor: EventActor; readonly at: number },
): Promise<void> {
  const open = await scope.db.request.findMany({
    where: { appointmentId, state: { in: [...openStates] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of open) await moveRequest(scope, id as RequestId, 'expire', happened);
}

/** Writes the event that pages and seats follow; ids and codes alone stand in it. */
export async function tellOfRequest(
  scope: OrganisationScope,
  { id, appointmentId, teamId, kind }: Pick<HeldRequest, 'id' | 'appointmentId' | 'teamId' | 'kind'>,
  { type, actor, at }: { readonly type: string; readonly actor: EventActor; readonly at: number },
): Promise<void> {
  // Before the conversation the requests are on the server's page.
  await renewPage(scope, appointmentId);
  await recordEvent(scope, {
    streams: [`team:${teamId}`, `appointment:${appointmentId}`],
    type,
    actor,
    payload: { requestId: id, kind },
    at,
  });
}

type Row = Omit<HeldRequest, 'id' | 'appointmentId' | 'teamId' | 'serviceId' | 'companionVisitId'> & {
  readonly id: string;
  readonly appointmentId: string;
  readonly serviceId: string;
  readonly companionVisitId: string | null;
  readonly appointment: { readonly teamId: string };
};

function toHeld({ appointment, ...row }: Row): HeldRequest {
  return { ...row, teamId: appointment.teamId } as HeldRequest;
}
