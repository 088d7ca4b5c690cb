import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Prisma } from '#db/generated/client.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { LocationId } from '#journey/ids.ts';
import {
  createLocation,
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../prisma/factories/organisation-factories.ts';

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

type ServiceOf = Partial<Prisma.ServiceUncheckedCreateInput> & { readonly called: string };

type TownOptions = {
  readonly seats?: number;
  /** Of its one team, the first most asked; all by video unless told otherwise. */
  readonly services?: readonly ServiceOf[];
  /** Names of buildings with a counter of one seat each. */
  readonly locations?: readonly string[];
};

/** A municipality of a test's own, with one team that receives people at any hour on every channel. */
export async function openTown({ seats = 1, services, locations = [] }: TownOptions = {}) {
  const { id, host } = await createOrganisation();
  const { id: teamId } = await createTeam(id);
  for (let count = 0; count < seats; count += 1)
    await createSeat(id, teamId, { channels: ['video', 'phone'] });
  await openHours(id, teamId, 'phone', null);
  for (const name of locations) {
    const { id: locationId } = await createLocation(id, { name: everywhere(name) });
    await createSeat(id, teamId, { channels: ['counter'], locationId });
    await openHours(id, teamId, 'counter', locationId);
  }
  const slugs = new Map<string, string>();
  for (const [index, { called, ...service }] of (services ?? [{ called: 'Rijbewijs' }]).entries()) {
    const slug = `s-${randomUUID()}`;
    await createService(id, teamId, { position: index + 1, ...service, name: everywhere(called), slug });
    slugs.set(called, slug);
  }
  const appointments = () =>
    withOrganisation(id, ({ db }) =>
      db.appointment.findMany({
        orderBy: { createdAt: 'asc' },
        include: { principal: true, services: { orderBy: { position: 'asc' } }, seat: true },
      }),
    );
  const holds = () => withOrganisation(id, ({ db }) => db.timeHold.findMany());
  const letHoldsRunOut = () =>
    withOrganisation(id, ({ db }) =>
      db.timeHold.updateMany({
        data: { createdAt: new Date(Date.now() - 600_000), expiresAt: new Date(Date.now() - 1_000) },
      }),
    );
  const unpublish = (called: string) =>
    withOrganisation(id, ({ db }) =>
      db.service.updateMany({ where: { slug: slugs.get(called) }, data: { isPublished: false } }),
    );
  return {
    origin: `http://${host}:${inject('stack').webPort}`,
    /** Of the service that is called so; of the first one. */
    slugOf: (called?: string) => (called === undefined ? [...slugs.values()][0] : slugs.get(called)) ?? '',
    appointments,
    holds,
    letHoldsRunOut,
    unpublish,
  };
}

async function openHours(
  organisationId: Parameters<typeof createTeam>[0],
  teamId: string,
  channel: 'phone' | 'counter',
  locationId: LocationId | null,
): Promise<void> {
  const data = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    organisationId,
    teamId,
    channel,
    locationId,
    weekday,
    opensAtMinute: 0,
    closesAtMinute: 1440,
  }));
  await withOrganisation(organisationId, ({ db }) => db.openingHours.createMany({ data }));
}

/** On the service's page: takes the last time of the second day and goes on to the details. Gives the moment in words. */
export async function chooseTime(page: Page): Promise<string> {
  await page.getByRole('navigation', { name: 'Dagen' }).getByRole('link').nth(1).click();
  const time = page.getByRole('radio').last();
  const words = (await time.getAttribute('aria-label')) ?? '';
  await time.check();
  await page.getByRole('button', { name: 'Dit moment kiezen' }).click();
  await page.getByRole('heading', { level: 1, name: /Stap 2 van 3/ }).waitFor();
  return words;
}

/** In the details: who it is and where to reach them, and on to the last look. */
export async function fillInDetails(page: Page): Promise<void> {
  await page.getByLabel('Naam', { exact: true }).fill('Sofie Van Daele');
  await page.getByLabel('E-mailadres').fill('sofie@example.org');
  await goOn(page);
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByRole('heading', { level: 1, name: /Stap 3 van 3/ }).waitFor();
}

export async function bookIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Afspraak boeken' }).click();
  await page.getByText('Uw afspraak is geboekt.').waitFor();
}
