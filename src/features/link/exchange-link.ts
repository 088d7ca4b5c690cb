import { recordEvent } from '#db/event-log.ts';
import { writeHeard } from '#db/heard-from.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentReference, CookieToken, OrganisationId, VisitId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { VideoRooms } from '#ports/video-rooms.ts';
import { visitCookie } from '#shared/cookies.ts';
import { logUnexpected } from '#shared/log.ts';
import { createCookieToken, parseToken } from '#shared/secrets.ts';
import { findInsider, holdLink, type Insider, type LinkedAppointment } from './link.data.ts';
import { findLivingLink, isOver } from './living-link.ts';
import type { ReadCookie } from './look-at-link.ts';
import { offerMatch, takeProofBack } from './match-devices.ts';
import { countCompanions, createVisit, findCitizensVisit, findVisit, yieldVisit } from './visit.data.ts';

/** What the person said who opened the link: nothing yet, "it is me on another device", or "I am here to help". */
export type LinkChoice =
  | { readonly as: 'citizen' }
  | { readonly as: 'sameCitizen' }
  | { readonly as: 'companion'; readonly name: string };

export type ExchangeRequest = {
  readonly token: string;
  readonly choice: LinkChoice;
  readonly cookies: ReadCookie;
  /** A person's gesture asks for it: what was sent was read. */
  readonly byHand: boolean;
};

export type Exchanged = {
  readonly reference: AppointmentReference;
  /** In which the appointment was made. */
  readonly language: Language;
  /** Who this browser is of. */
  readonly role: VisitActor['role'];
  /** Epoch milliseconds. */
  readonly endAt: number;
  /** The secret for this browser's cookie; null when the one that it has is still good. */
  readonly cookieToken: CookieToken | null;
};

export type ExchangeFailure =
  /** No such link, for whatever reason. */
  | { readonly code: 'unknown' }
  /** The citizen is in another browser: ask who this is. */
  | { readonly code: 'openElsewhere' }
  | { readonly code: 'crowded' }
  /** It took place, or will not: nobody new comes in. */
  | { readonly code: 'over' };

type Tools = { readonly clock: Clock; readonly videoRooms: VideoRooms };
type Exchange = { readonly exchanged: Exchanged; readonly leftBehind: Insider | null };

/** Nobody brings more people than this; a link that leaked must not fill the waiting room. */
const mostCompanions = 8;

/**
 * Exchanges the one link for a visit of this browser. The first browser is the citizen's; a later one takes over or helps, as
 * long as the appointment is not over.
 * A device that takes over in the middle of a conversation stands at the door until the clerk admits it; the earlier one
 * loses its rights at once.
 */
export async function exchangeLink(
  { clock, videoRooms }: Tools,
  organisationId: OrganisationId,
  request: ExchangeRequest,
): Promise<Result<Exchanged, ExchangeFailure>> {
  const result = await withOrganisation(organisationId, (scope) =>
    exchangeInside(scope, request, clock.now()),
  );
  if (!result.ok) return result;
  const { exchanged, leftBehind } = result.value;
  if (leftBehind !== null) {
    await videoRooms
      .grant(leftBehind.room, [leftBehind.participantId], 'observeNothing')
      .catch((error: unknown) => logUnexpected(error, 'taking rights from a yielded device'));
  }
  return succeed(exchanged);
}

async function exchangeInside(
  scope: OrganisationScope,
  { token, choice, cookies, byHand }: ExchangeRequest,
  now: number,
): Promise<Result<Exchange, ExchangeFailure>> {
  const found = await findLivingLink(scope, token, now);
  if (found === null) return fail({ code: 'unknown' });
  await holdLink(scope, found.id);
  // Read again: it may have been cancelled while this waited for its turn.
  const appointment = (await findLivingLink(scope, token, now)) ?? found;
  const { reference, language, endAt } = appointment;
  const cookie = parseToken<CookieToken>(cookies(visitCookie(reference)) ?? '');
  const own = cookie === null ? null : await findVisit(scope, reference, cookie);
  if (own !== null && !own.yielded) {
    const { role, visitId } = own.actor;
    if (byHand && role === 'citizen') await hear(scope, appointment, visitId, now);
    return succeed({
      exchanged: { reference, language, role, endAt, cookieToken: null },
      leftBehind: null,
    });
  }
  if (isOver(appointment.stage)) return fail({ code: 'over' });

  const before = await findCitizensVisit(scope, appointment.id);
  if (before !== null && choice.as === 'citizen') return fail({ code: 'openElsewhere' });
  if (choice.as === 'companion' && (await countCompanions(scope, appointment.id)) >= mostCompanions)
    return fail({ code: 'crowded' });

  const cookieToken = createCookieToken();
  const { visitId, leftBehind } = await openVisit(scope, {
    appointment,
    before,
    own: own?.actor.role === 'citizen' ? own.actor.visitId : null,
    choice,
    cookieToken,
    now,
  });
  if (byHand && choice.as !== 'companion') await hear(scope, appointment, visitId, now);
  const role = choice.as === 'companion' ? 'companion' : 'citizen';
  return succeed({ exchanged: { reference, language, role, endAt, cookieToken }, leftBehind });
}

/** Whoever opens the appointment by hand has read what was sent of it. */
function hear(
  scope: OrganisationScope,
  { id, teamId }: LinkedAppointment,
  visitId: VisitId,
  now: number,
): Promise<void> {
  const by = { kind: 'citizen', id: visitId } as const;
  return writeHeard(scope, { appointmentId: id, teamId, by, how: 'opened', at: epochMilliseconds(now) });
}

type Opening = {
  readonly appointment: LinkedAppointment;
  /** The citizen's visit until now. */
  readonly before: VisitId | null;
  /** This very browser was the citizen's before it yielded. */
  readonly own: VisitId | null;
  readonly choice: LinkChoice;
  readonly cookieToken: CookieToken;
  readonly now: number;
};

/** @returns the new visit, and the place in a running conversation that the earlier device leaves behind */
async function openVisit(
  scope: OrganisationScope,
  { appointment, before, own, choice, cookieToken, now }: Opening,
): Promise<{ readonly visitId: VisitId; readonly leftBehind: Insider | null }> {
  const at = new Date(now);
  const base = { appointmentId: appointment.id, token: cookieToken, at };
  const record = (type: string, visitId: VisitId, more: Readonly<Record<string, string>>) =>
    recordEvent(scope, {
      streams: [`appointment:${appointment.id}`, `team:${appointment.teamId}`],
      type,
      actor: { kind: 'citizen', id: visitId },
      payload: { appointmentId: appointment.id, visitId, ...more },
      at: now,
    });

  if (choice.as === 'companion') {
    const visitId = await createVisit(scope, { ...base, role: 'companion', companionName: choice.name });
    await record('visit.opened', visitId, { role: 'companion' });
    return { visitId, leftBehind: null };
  }
  const leftBehind = before === null ? null : await findInsider(scope, before);
  if (before !== null) await yieldVisit(scope, before, at);
  const visitId = await createVisit(scope, { ...base, role: 'citizen' });
  const hasProof = own !== null && (await takeProofBack(scope, own, visitId));
  if (!hasProof && before !== null)
    await offerMatch(scope, { appointmentId: appointment.id, from: before, to: visitId, now });
  if (before === null) await record('visit.opened', visitId, { role: 'citizen' });
  else await record('visit.moved', visitId, { role: 'citizen', fromVisitId: before });
  return { visitId, leftBehind };
}
