import { cookies } from 'next/headers';
import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findVisitActor } from '#features/link/visit-actor.data.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentReference, CookieToken } from '#journey/ids.ts';
import { visitCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import { currentOrganisation } from './current-request.ts';

/** Whose appointment this browser opened by a person's click; null when it did not. */
export const currentVisitor = cache(async (reference: string): Promise<VisitActor | null> => {
  const token = parseToken<CookieToken>((await cookies()).get(visitCookie(reference))?.value ?? '');
  if (token === null) return null;
  const { id } = await currentOrganisation();
  return withOrganisation(id, (scope) => findVisitActor(scope, reference as AppointmentReference, token));
});
