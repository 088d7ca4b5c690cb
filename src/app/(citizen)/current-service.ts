import { notFound } from 'next/navigation';
import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findService } from '#features/catalogue/catalogue.data.ts';
import type { ServiceDetails } from '#features/catalogue/service.ts';
import { currentOrganisation } from '../current-request.ts';

/** The service that an address names; the page that says there is none when there is none. */
export const currentService = cache(async (slug: string): Promise<ServiceDetails> => {
  const organisation = await currentOrganisation();
  return (await withOrganisation(organisation.id, (scope) => findService(scope, slug))) ?? notFound();
});
