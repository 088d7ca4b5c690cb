import { cookies } from 'next/headers';
import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findVisit, type KnownVisit } from '#features/link/visit.data.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { CookieToken } from '#journey/ids.ts';
import { visitCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import { currentOrganisation } from './current-request.ts';

/**
 * This browser's visit to an appointment, as its cookie and the database say now, also when another device took over since.
 * Null when there is none: an unknown appointment and somebody else's look the same.
 */
export const currentKnownVisit = cache(async (reference: string): Promise<KnownVisit | null> => {
  const cookie = (await cookies()).get(visitCookie(reference))?.value ?? '';
  const token = parseToken<CookieToken>(cookie);
  if (token === null) return null;
  const organisation = await currentOrganisation();
  return withOrganisation(organisation.id, (scope) => findVisit(scope, reference, token));
});

/** Who acts for an appointment in this browser; null when nobody may. Ask it wherever something of the appointment is read or changed. */
export async function currentVisit(reference: string): Promise<VisitActor | null> {
  const visit = await currentKnownVisit(reference);
  return visit === null || visit.yielded ? null : visit.actor;
}
