import { cookies } from 'next/headers';
import { z } from 'zod';
import { mayTryLink } from '#features/link/link-limits.ts';
import { openCompanionLink } from '#features/link/open-companion-link.ts';
import { visitCookieHeader } from '#features/link/visit-cookie.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import { attemptLimiter, clock, videoRooms } from '../../../../../wiring.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { seeOther } from '../../../open-link.ts';

const form = z.object({
  name: z.string().trim().min(1).max(120),
  as: z.enum(['new', 'same', 'here']),
});

/** A third person's click: exchanges their link for a cookie of this browser, on an address without a secret. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  if (!hasOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const { token } = await params;
  const page = `/join/${encodeURIComponent(token)}`;
  // The page itself says so: the same limit holds there.
  if (!(await mayTryLink(attemptLimiter, token, clientAddress(request.headers)))) return seeOther(page);
  const fields = await readForm(request);
  const said = form.safeParse({ name: fields?.get('name') ?? '', as: fields?.get('as') });
  if (!said.success) return seeOther(`${page}?problem=name`);
  const [organisation, jar] = await Promise.all([currentOrganisation(), cookies()]);
  const result = await openCompanionLink({ clock, videoRooms }, organisation.id, {
    token,
    name: said.data.name,
    movesOver: said.data.as === 'same',
    cookies: (name) => jar.get(name)?.value,
  });
  if (!result.ok) return seeOther(page);
  const { reference, endAt, cookieToken } = result.value;
  const response = seeOther(`/a/${reference}`);
  if (cookieToken !== null)
    response.headers.append('set-cookie', visitCookieHeader({ reference, endAt }, cookieToken, clock.now()));
  return response;
}
