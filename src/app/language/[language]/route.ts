import { isLanguage } from '#journey/language.ts';
import { languageCookie } from '#shared/cookies.ts';
import { currentOrganisation } from '../../current-request.ts';

const yearSeconds = 31_536_000;

/** Remembers the visitor's language and goes back to the page they came from: a path of this host only. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ language: string }> },
): Promise<Response> {
  const { language } = await params;
  const organisation = await currentOrganisation();
  const back = new URL(request.url).searchParams.get('back') ?? '/';
  // A second slash or a backslash would lead to another host.
  const location = /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : '/';
  const headers = new Headers({ location });
  if (isLanguage(language) && organisation.languages.includes(language)) {
    headers.set(
      'set-cookie',
      `${languageCookie}=${language}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${yearSeconds}`,
    );
  }
  return new Response(null, { status: 303, headers });
}
