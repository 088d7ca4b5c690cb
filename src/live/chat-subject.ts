import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { type ChatPlace, findChatPlace, readChatLines } from '#features/chat/chat.data.ts';
import { type ChatWriter, chatPersonOf } from '#features/chat/write-line.ts';
import { findVisit } from '#features/link/visit.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import type { ChatView, LiveTyping } from '#journey/chat.ts';
import { type ConversationId, type CookieToken, parseId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { readCookie, staffSessionCookie, visitCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import type { LiveSubject } from './live-subject.ts';

const path = /^\/events\/(?:visits\/([0-9A-Za-z-]{1,40})|seat\/conversations\/([0-9a-f-]{36}))\/chat$/;

/** At least this often its reader is authorised again, though nothing happened. */
const recheckMilliseconds = 15_000;

/**
 * What is written beside the picture, at `/events/visits/<reference>/chat` and `/events/seat/conversations/<id>/chat`. Only whoever is
 * inside and may write follows it; who is put out, or whose conversation ends, is told `bye`.
 */
export async function findChatSubject(
  organisation: Organisation,
  pathname: string,
  cookies: string | undefined,
  clock: Clock,
): Promise<LiveSubject | null> {
  const [, reference, conversationId] = path.exec(pathname) ?? [];
  const key = { organisation, cookies, now: () => clock.now() };
  const findWriter = (scope: OrganisationScope) =>
    reference === undefined
      ? findClerk(scope, key, parseId<ConversationId>(conversationId ?? ''))
      : findVisitor(scope, key, reference);
  const load = async (scope: OrganisationScope): Promise<(ChatView & { place: ChatPlace }) | null> => {
    const writer = await findWriter(scope);
    const person = writer && chatPersonOf(writer);
    const place = person && (await findChatPlace(scope, person));
    return place && { place, lines: await readChatLines(scope, place) };
  };
  if (reference === undefined && conversationId === undefined) return null;
  const first = await withOrganisation(organisation.id, load);
  if (first === null) return null;
  const { place } = first;
  return {
    organisationId: organisation.id,
    stream: `conversation:${place.conversationId}`,
    // Another device of the citizen takes over there.
    reloadOn: [`appointment:${place.appointmentId}`],
    // Only who typed it can have passed it on, and nobody reads their own.
    passing: (message) => {
      const typing = message as LiveTyping;
      return typing.participantId === place.participantId ? null : typing;
    },
    load: async (scope) => {
      const loaded = await load(scope);
      if (loaded === null || loaded.place.participantId !== place.participantId) return null;
      const state: ChatView = { lines: loaded.lines };
      return { state, refreshAt: clock.now() + recheckMilliseconds };
    },
  };
}

type Key = {
  readonly organisation: Organisation;
  readonly cookies: string | undefined;
  readonly now: () => number;
};

async function findVisitor(
  scope: OrganisationScope,
  { cookies }: Key,
  reference: string,
): Promise<ChatWriter | null> {
  const token = parseToken<CookieToken>(readCookie(cookies, visitCookie(reference)) ?? '');
  const visit = token && (await findVisit(scope, reference, token));
  return visit === null || visit.yielded ? null : visit.actor;
}

async function findClerk(
  scope: OrganisationScope,
  { organisation, cookies, now }: Key,
  conversationId: ConversationId | null,
): Promise<ChatWriter | null> {
  const token = parseToken<CookieToken>(readCookie(cookies, staffSessionCookie) ?? '');
  if (token === null || conversationId === null) return null;
  const actor = await findStaffActor(scope, { token, host: organisation.host }, new Date(now()));
  return actor && { actor, conversationId };
}
