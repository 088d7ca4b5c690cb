import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findService } from '#features/catalogue/catalogue.data.ts';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import { currentOrganisation } from '../current-request.ts';

/** The service that an address names; null when there is none. */
export const currentService = cache(async (slug: string): Promise<ServiceDetails | null> => {
  const organisation = await currentOrganisation();
  return withOrganisation(organisation.id, (scope) => findService(scope, slug));
});
