import { cookies } from 'next/headers';
import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { listServices } from '#features/catalogue/catalogue.data.ts';
import type { CatalogueService } from '#features/catalogue/service.ts';
import type { CookieToken, ServiceId } from '#journey/ids.ts';
import { readProof } from '#panels/identity/begin-ahead.ts';
import { listIdentifyingServices } from '#panels/identity/caller-proof.data.ts';
import { callerCookie } from '#shared/cookies.ts';
import { parseToken } from '#shared/secrets.ts';
import { clock } from '../../../wiring.ts';
import { awayWaysOf } from '../../current-identity.ts';
import { currentOrganisation } from '../../current-request.ts';

type AheadService = CatalogueService & { readonly id: ServiceId };

/** The services for which somebody can prove who they are before they telephone; none where there is no provider. */
export const currentAheadServices = cache(async (): Promise<readonly AheadService[]> => {
  const organisation = await currentOrganisation();
  if (awayWaysOf(organisation).length === 0) return [];
  return withOrganisation(organisation.id, async (scope) => {
    const identifying = await listIdentifyingServices(scope);
    if (identifying.size === 0) return [];
    return (await listServices(scope)).flatMap((service) => {
      const id = identifying.get(service.slug);
      return id === undefined ? [] : [{ ...service, id }];
    });
  });
});

/** What this browser is known by here; null before it began. */
export async function currentCallerToken(): Promise<CookieToken | null> {
  return parseToken<CookieToken>((await cookies()).get(callerCookie)?.value ?? '');
}

/** How far this browser is; null when it began nothing that still counts. */
export async function currentProof() {
  const [organisation, browser] = await Promise.all([currentOrganisation(), currentCallerToken()]);
  return browser && readProof({ clock }, organisation.id, browser);
}
