import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import { hostNameOf, type Organisation } from '#features/organisation/organisation.ts';
import { findStaffActor } from '#features/staff/staff-session.data.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { CookieToken } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { languageCookie, staffSessionCookie } from '#shared/cookies.ts';
import { chooseLanguage } from '#shared/i18n/choose-language.ts';
import { parseToken } from '#shared/secrets.ts';
import { clock } from '../wiring.ts';

/** The municipality that this request is for: told apart by host alone. */
export const currentOrganisation = cache(async (): Promise<Organisation> => {
  const organisation = await findOrganisationByHost(hostNameOf((await headers()).get('host')));
  return organisation ?? notFound();
});

/** The visitor's language on this page. */
export const currentLanguage = cache(async (): Promise<Language> => {
  const chosen = (await cookies()).get(languageCookie)?.value;
  return chooseLanguage(await currentOrganisation(), chosen, (await headers()).get('accept-language'));
});

/** Who of the staff is signed on in this browser, as the database says now; null when nobody is. */
export const currentStaff = cache(async (): Promise<StaffActor | null> => {
  const token = parseToken<CookieToken>((await cookies()).get(staffSessionCookie)?.value ?? '');
  if (token === null) return null;
  const organisation = await currentOrganisation();
  const key = { token, host: organisation.host };
  return withOrganisation(organisation.id, (scope) => findStaffActor(scope, key, new Date(clock.now())));
});
