import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { CompanionRole } from '#journey/companion-roles.ts';
import type { AppointmentReference, CookieToken, OrganisationId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { waitingRoomOpensMinutesBefore } from '#journey/stages.ts';
import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { visitCookie } from '#shared/cookies.ts';
import { logUnexpected } from '#shared/log.ts';
import { createCookieToken, parseToken } from '#shared/secrets.ts';
import { type CompanionLink, findCompanionLink, leaveInside } from './companion-link.data.ts';
import { findInsider, holdLink, type Insider } from './link.data.ts';
import type { ReadCookie } from './look-at-link.ts';
import { createVisit, findVisit, yieldVisit } from './visit.data.ts';

/**
 * What a third person's link opens: the waiting room from its hour on, and words before and after.
 * `open`: in another browser already; who comes now is asked whether it is them.
 */
export type CompanionLinkState = 'early' | 'ready' | 'open' | 'here' | 'withdrawn' | 'over';

/** What the page of a third person's link says: nothing about the citizen. Times in epoch milliseconds. */
export type CompanionLinkSummary = {
  readonly role: CompanionRole;
  readonly state: CompanionLinkState;
  readonly startAt: number;
  /** When the waiting room opens. */
  readonly opensAt: number;
};

/** What a third person's link is, without changing anything; null for every miss. */
export function lookAtCompanionLink(
  clock: Clock,
  organisationId: OrganisationId,
  token: string,
  cookies: ReadCookie,
): Promise<CompanionLinkSummary | null> {
  return withOrganisation(organisationId, async (scope) => {
    const link = await findCompanionLink(scope, token, clock.now());
    if (link === null) return null;
    const opensAt = link.startAt - waitingRoomOpensMinutesBefore * 60_000;
    const state = stateOf(link, await isHere(scope, link, cookies));
    return { role: link.role, state, startAt: link.startAt, opensAt };
  });
}

async function isHere(scope: OrganisationScope, link: CompanionLink, cookies: ReadCookie): Promise<boolean> {
  const cookie = parseToken<CookieToken>(cookies(visitCookie(link.reference)) ?? '');
  const own = cookie === null ? null : await findVisit(scope, link.reference, cookie);
  return own !== null && !own.yielded;
}

function stateOf(
  { isWithdrawn, stage, isVideo, visitId }: CompanionLink,
  isInThisBrowser: boolean,
): CompanionLinkState {
  if (isWithdrawn) return 'withdrawn';
  if (!isVideo || (stage !== 'prepare' && stage !== 'wait' && stage !== 'call')) return 'over';
  if (isInThisBrowser) return 'here';
  if (stage === 'prepare') return 'early';
  return visitId === null ? 'ready' : 'open';
}

export type CompanionOpening = {
  readonly token: string;
  /** 1 to 120 characters. */
  readonly name: string;
  /** They said to be the same person on another device. */
  readonly movesOver: boolean;
  readonly cookies: ReadCookie;
};

export type OpenedAsCompanion = {
  readonly reference: AppointmentReference;
  /** Epoch milliseconds. */
  readonly endAt: number;
  /** The secret for this browser's cookie; null when the one that it has is still good. */
  readonly cookieToken: CookieToken | null;
};

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };

/**
 * A third person's click: exchanges the link for a visit of this browser. On a second device it takes the place of the first, and
 * stands at the door again.
 */
export async function openCompanionLink(
  { clock, videoRooms }: Tools,
  organisationId: OrganisationId,
  opening: CompanionOpening,
): Promise<Result<OpenedAsCompanion, { readonly code: 'unknown' | CompanionLinkState }>> {
  const result = await withOrganisation(organisationId, (scope) => openInside(scope, opening, clock.now()));
  if (!result.ok) return result;
  const { opened, leftBehind } = result.value;
  if (leftBehind !== null) {
    await videoRooms
      .grant(leftBehind.room, [leftBehind.participantId], 'observeNothing')
      .catch((error: unknown) => logUnexpected(error, 'taking rights from a yielded device'));
  }
  return succeed(opened);
}

async function openInside(
  scope: OrganisationScope,
  { token, name, movesOver, cookies }: CompanionOpening,
  now: number,
): Promise<
  Result<
    { readonly opened: OpenedAsCompanion; readonly leftBehind: Insider | null },
    { readonly code: 'unknown' | CompanionLinkState }
  >
> {
  const found = await findCompanionLink(scope, token, now);
  if (found === null) return fail({ code: 'unknown' });
  await holdLink(scope, found.appointmentId);
  const link = (await findCompanionLink(scope, token, now)) ?? found;
  const { reference, endAt, visitId: before, appointmentId, role, id, teamId } = link;
  const state = stateOf(link, await isHere(scope, link, cookies));
  if (state === 'here') return succeed({ opened: { reference, endAt, cookieToken: null }, leftBehind: null });
  if (state !== 'ready' && !(state === 'open' && movesOver)) return fail({ code: state });
  const at = new Date(now);
  const leftBehind = before === null ? null : await findInsider(scope, before);
  if (before !== null) {
    await leaveInside(scope, before);
    await yieldVisit(scope, before, at);
  }
  const cookieToken = createCookieToken();
  const visitId = await createVisit(scope, {
    appointmentId,
    token: cookieToken,
    at,
    role: 'companion',
    companionName: name,
    companionRole: role,
    companionLinkId: id,
  });
  await recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: before === null ? 'visit.opened' : 'visit.moved',
    actor: { kind: 'citizen', id: visitId },
    payload: { appointmentId, visitId, role: 'companion', companionLinkId: id },
    at: now,
  });
  return succeed({ opened: { reference, endAt, cookieToken }, leftBehind });
}
