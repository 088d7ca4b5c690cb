import { cookies } from 'next/headers';
import { withOrganisation } from '#db/organisation-scope.ts';
import { mostServices } from '#features/booking/booking-form.ts';
import { listCombinable } from '#features/catalogue/catalogue.data.ts';
import { type CounterLocation, listCounterLocations } from '#features/catalogue/locations.data.ts';
import type { CatalogueService, ServiceDetails } from '#features/catalogue/service.ts';
import { type AppointmentWish, type BookableChannel, bookableChannels } from '#journey/appointment-wish.ts';
import { heldTimeCookie } from '#shared/cookies.ts';
import { currentLanguage, currentOrganisation } from '../current-request.ts';
import { currentService } from './current-service.ts';
import type { WishAddress } from './wish-address.ts';

/** A wish that was checked: services that exist, go together, and are offered that way. */
export type CurrentWish = {
  /** At least one, the one that was chosen first in front. */
  readonly services: readonly ServiceDetails[];
  /** On which all of them are offered, at least one. */
  readonly channels: readonly BookableChannel[];
  /** The buildings to choose from; none unless the channel is the counter. */
  readonly locations: readonly CounterLocation[];
  readonly location: CounterLocation | null;
  /** What else can be arranged in the same appointment. */
  readonly combinable: readonly CatalogueService[];
  /** As it is to stand in addresses from here on. */
  readonly address: WishAddress;
  readonly wish: AppointmentWish & { readonly channel: BookableChannel };
};

/**
 * What an address asks for. Whatever in it does not fit is left out: the page shows what remains. Null when there is no such service, or
 * when it is offered on no channel that can be booked.
 */
export async function readCurrentWish(address: WishAddress): Promise<CurrentWish | null> {
  const main = await currentService(address.service);
  if (main === null || !main.isPublished) return null;
  const { id } = await currentOrganisation();
  const others = await withOrganisation(id, (scope) => listCombinable(scope, main));
  const services = [main, ...(await readOthers(address.with, main, others))];
  const channels = offeredChannels(services);
  const channel = channels.find((one) => one === address.channel) ?? channels[0];
  if (channel === undefined) return null;
  const locations =
    channel === 'counter'
      ? await withOrganisation(id, (scope) => listCounterLocations(scope, main.teamId))
      : [];
  const location = locations.find((one) => one.id === address.location) ?? null;
  const serviceSlugs = services.map(({ slug }) => slug);
  return {
    services,
    channels,
    locations,
    location,
    combinable: others.filter((one) => isOffered(one, channel) && !serviceSlugs.includes(one.slug)),
    address: {
      service: main.slug,
      with: serviceSlugs.slice(1),
      channel: address.channel === channel ? channel : undefined,
      location: location?.id,
      interpreter: address.interpreter,
    },
    wish: {
      serviceSlugs,
      channel,
      locationId: location?.id ?? null,
      needs: address.interpreter ? ['interpreter'] : [],
      language: await currentLanguage(),
      audience: 'citizen',
      replaces: null,
      holderKey: await currentHolderKey(),
    },
  };
}

/** Those that were asked for too, as far as all of them can be had on one channel. */
async function readOthers(
  slugs: readonly string[],
  main: ServiceDetails,
  others: readonly CatalogueService[],
): Promise<readonly ServiceDetails[]> {
  const asked = [...new Set(slugs)].filter((slug) => others.some((one) => one.slug === slug));
  const found = await Promise.all(asked.slice(0, mostServices - 1).map((slug) => currentService(slug)));
  const fitting: ServiceDetails[] = [];
  for (const service of found) {
    if (service !== null && offeredChannels([main, ...fitting, service]).length > 0) fitting.push(service);
  }
  return fitting;
}

function offeredChannels(services: readonly CatalogueService[]): readonly BookableChannel[] {
  return bookableChannels.filter((channel) => services.every((service) => isOffered(service, channel)));
}

function isOffered({ channels }: CatalogueService, channel: BookableChannel): boolean {
  return channels.includes(channel);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Under which this browser holds a time, if it does: a browser holds one time at most. */
export async function currentHolderKey(): Promise<string | null> {
  const key = (await cookies()).get(heldTimeCookie)?.value ?? '';
  return uuid.test(key) ? key : null;
}
