import { cookies } from 'next/headers';
import { languages } from '#journey/language.ts';
import { languageCookie } from '#shared/cookies.ts';
import { currentOrganisation } from '../../current-request.ts';

const yearSeconds = 31_536_000;

/** Remembers the language that a button of a form asks for, so that the page comes back in it with everything that was typed. */
export async function changeLanguage(intent: FormDataEntryValue | null): Promise<void> {
  const language = languages.find((one) => intent === `language:${one}`);
  const organisation = await currentOrganisation();
  if (language === undefined || !organisation.languages.includes(language)) return;
  (await cookies()).set({
    name: languageCookie,
    value: language,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: yearSeconds,
  });
}
