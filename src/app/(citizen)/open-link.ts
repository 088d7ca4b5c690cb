import { cookies } from 'next/headers';
import { z } from 'zod';
import { type Exchanged, exchangeLink, type LinkChoice } from '#features/link/exchange-link.ts';
import { mayTryLink } from '#features/link/link-limits.ts';
import { visitCookieHeader } from '#features/link/visit-cookie.ts';
import { parseId, type RequestId } from '#journey/ids.ts';
import { languageCookie } from '#shared/cookies.ts';
import { isByHand } from '#shared/http/by-hand.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import { attemptLimiter, clock, videoRooms } from '../../wiring.ts';
import { currentOrganisation } from '../current-request.ts';

const monthSeconds = 2_592_000;

const form = z.discriminatedUnion('as', [
  z.object({ as: z.literal('citizen') }),
  z.object({ as: z.literal('sameCitizen') }),
  z.object({ as: z.literal('companion'), name: z.string().trim().min(1).max(120) }),
]);

/**
 * A person's click: exchanges the link for a cookie of this browser, on an address without a secret.
 * @param page where the link was looked at; it says what is the matter when it does not open
 */
export async function openLink(request: Request, token: string, page: string): Promise<Response> {
  if (!hasOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const allowed = await mayTryLink(attemptLimiter, token, clientAddress(request.headers));
  // The page itself says so: the same limit holds there.
  if (!allowed) return seeOther(page);
  const { choice, onwards } = await readSent(request);
  if (choice === null) return seeOther(`${page}?problem=name`);
  const organisation = await currentOrganisation();
  const jar = await cookies();
  const result = await exchangeLink({ clock, videoRooms }, organisation.id, {
    token,
    choice,
    cookies: (name) => jar.get(name)?.value,
    byHand: isByHand(request.headers),
  });
  if (!result.ok) {
    // The page of the link says what is the matter: that there is none, or who is there already.
    if (result.failure.code === 'crowded') return seeOther(`${page}?problem=crowded`);
    return seeOther(page + askAgainFor(onwards));
  }
  const response = seeOther(`/a/${result.value.reference}${onwards}`);
  // Whoever booked in French is answered in French; a companion has a language of their own.
  const spoken = result.value.role === 'companion' ? [] : organisation.languages;
  for (const cookie of cookiesFor(result.value, jar.has(languageCookie), spoken))
    response.headers.append('set-cookie', cookie);
  return response;
}

type SentForm = {
  readonly choice: LinkChoice | null;
  /** Behind the appointment's own address: where somebody goes who wants to move it, to test camera and sound, or to do what is asked. */
  readonly onwards: Onwards;
};
type Onwards = '' | '/move' | '/test' | `/requests/${RequestId}`;

/** The page of the link once more, for who comes for the same. */
function askAgainFor(onwards: Onwards): string {
  if (onwards === '') return '';
  const asked = requestOf(onwards.slice(1));
  return asked === null ? `?answer=${onwards.slice(1)}` : `?request=${asked}`;
}

function requestOf(then: string): RequestId | null {
  return then.startsWith('requests/') ? parseId<RequestId>(then.slice('requests/'.length)) : null;
}

async function readSent(request: Request): Promise<SentForm> {
  const fields = await readForm(request);
  const parsed = form.safeParse({ as: fields?.get('as'), name: fields?.get('name') ?? '' });
  if (!parsed.success) return { choice: null, onwards: '' };
  const then = parsed.data.as === 'companion' ? null : fields?.get('then');
  return { choice: parsed.data, onwards: onwardsOf(String(then ?? '')) };
}

function onwardsOf(then: string): Onwards {
  const asked = requestOf(then);
  if (asked !== null) return `/requests/${asked}`;
  return then === 'move' || then === 'test' ? `/${then}` : '';
}

function cookiesFor(exchanged: Exchanged, hasChosen: boolean, spoken: readonly string[]): string[] {
  const { language, cookieToken } = exchanged;
  const own = cookieToken === null ? [] : [visitCookieHeader(exchanged, cookieToken, clock.now())];
  // Unless this browser asked for something else.
  const isSpoken = !hasChosen && spoken.includes(language);
  const attributes = `Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${monthSeconds}`;
  return isSpoken ? [...own, `${languageCookie}=${language}; ${attributes}`] : own;
}

/** 303 See Other: the browser goes on with a GET. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
