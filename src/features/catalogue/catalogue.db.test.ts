import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import {
  createLocation,
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { findService, listCombinable, listEveryService, listServices } from './catalogue.data.ts';
import { listCounterLocations } from './locations.data.ts';

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

test('what citizens cannot book is in no list, and its own page says so', async () => {
  const id = await openCatalogue(['one']);
  await withOrganisation(id, ({ db }) => db.service.updateMany({ data: { isPublished: false } }));
  expect(await withOrganisation(id, listServices)).toEqual([]);
  expect(await withOrganisation(id, listEveryService)).not.toEqual([]);
  const service = await withOrganisation(id, (scope) => findService(scope, 'one'));
  expect(service?.isPublished).toBe(false);
});

test('what can be arranged together is of the same team, published, and no question', async () => {
  const id = await openCatalogue(['one', 'two', 'secret', 'a-question']);
  const { id: otherTeam } = await createTeam(id);
  await createService(id, otherTeam, { slug: 'elsewhere' });
  await withOrganisation(id, async ({ db }) => {
    await db.service.updateMany({ where: { slug: 'secret' }, data: { isPublished: false } });
    await db.service.updateMany({ where: { slug: 'a-question' }, data: { isQuestion: true } });
  });
  const together = await withOrganisation(id, async (scope) => {
    const service = await findService(scope, 'one');
    return service && listCombinable(scope, service);
  });
  expect(together?.map(({ slug }) => slug)).toEqual(['two']);
});

test('a team has its counters in the buildings of the seats that serve one and are in use', async () => {
  const id = await openCatalogue(['one']);
  const { id: teamId } = await createTeam(id);
  const [first, second, third] = [
    await createLocation(id),
    await createLocation(id),
    await createLocation(id),
  ] as const;
  for (const { id: locationId } of [second, first, first])
    await createSeat(id, teamId, { locationId, channels: ['video', 'counter'] });
  await createSeat(id, teamId, { locationId: third.id, channels: ['counter'], retiredAt: new Date() });
  await createSeat(id, teamId, { locationId: third.id, channels: ['video'] });
  const found = await withOrganisation(id, (scope) => listCounterLocations(scope, teamId));
  expect(found.map((location) => location.id)).toEqual([first.id, second.id]);
  expect(found[0]?.address).toBe('Graanmarkt 1, 9999 Leiebeke');
});
