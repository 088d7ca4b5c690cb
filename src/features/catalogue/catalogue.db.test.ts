import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import {
  createOrganisation,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { findService, listServices } from './catalogue.data.ts';

afterAll(closeDatabase);

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

async function openCatalogue(slugs: readonly string[]) {
  const { id } = await createOrganisation();
  const { id: teamId } = await createTeam(id);
  for (const [index, slug] of slugs.entries()) {
    const { id: serviceId } = await createService(id, teamId, { slug, position: slugs.length - index });
    await withOrganisation(id, ({ db }) =>
      db.serviceRequirement.createMany({
        data: [2, 1].map((position) => ({
          organisationId: id,
          serviceId,
          position,
          icon: 'id-card',
          title: everywhere(`Thing ${position}`),
          reason: everywhere('Reason'),
        })),
      }),
    );
  }
  return id;
}

test('a catalogue holds the services of its own organisation, most asked first', async () => {
  const [one] = [await openCatalogue(['second', 'first']), await openCatalogue(['elsewhere'])];
  const services = await withOrganisation(one, listServices);
  expect(services.map(({ slug }) => slug)).toEqual(['first', 'second']);
});

test('a service comes with its requirements in order and its statement', async () => {
  const id = await openCatalogue(['one']);
  const service = await withOrganisation(id, (scope) => findService(scope, 'one'));
  expect(service?.requirements.map(({ title }) => title.en)).toEqual(['Thing 1', 'Thing 2']);
  expect(service).toMatchObject({ onlineAlternative: null, privacy: { retentionDays: 90 } });
});

test.each(['elsewhere', 'nope', "' or 1=1", '../one', 'ONE', ''])('%j is no service here', async (slug) => {
  const id = await openCatalogue(['one']);
  await openCatalogue(['elsewhere']);
  expect(await withOrganisation(id, (scope) => findService(scope, slug))).toBeNull();
});
