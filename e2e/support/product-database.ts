import { inject } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { findOrganisationByHost } from '#features/organisation/organisation.data.ts';
import type { OrganisationId } from '#journey/ids.ts';
import '../../scripts/testing/provided-context.ts';

/** Lets the factories write into the database of the running product, and sign with its secrets. Import it before anything asks for settings. */
const { environment, seed } = inject('stack');
Object.assign(process.env, environment, { NODE_ENV: 'test', LOG_LEVEL: 'silent' });

export const linkSecret = environment.LINK_SECRET as string;

/** One of the two municipalities that the product was seeded with. */
export async function findMunicipality(slug: string): Promise<{ id: OrganisationId; host: string }> {
  const host = seed.organisations.find((organisation) => organisation.slug === slug)?.host ?? '';
  const found = await findOrganisationByHost(host);
  if (found === null) throw new Error(`There is no municipality at "${host}".`);
  return { id: found.id, host };
}

export { closeDatabase };
