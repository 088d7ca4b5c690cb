import { cookies } from 'next/headers';
import { typedCodeCookie } from '#shared/cookies.ts';
import { openLink, seeOther } from '../../open-link.ts';

/** A person's click on the page of a typed code: opens its appointment, and forgets the code. */
export async function POST(request: Request): Promise<Response> {
  const token = (await cookies()).get(typedCodeCookie)?.value;
  if (token === undefined) return seeOther('/code');
  const response = await openLink(request, token, '/code/whose');
  if (response.headers.get('location')?.startsWith('/a/'))
    response.headers.append(
      'set-cookie',
      `${typedCodeCookie}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`,
    );
  return response;
}
