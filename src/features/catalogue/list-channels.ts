import { type BookableChannel, bookableChannels } from '#journey/appointment-wish.ts';
import type { CatalogueService } from './service.ts';

/** The channels on which at least one of the services is held; video when there is none at all. */
export function listChannels(services: readonly CatalogueService[]): readonly BookableChannel[] {
  const offered = bookableChannels.filter((channel) =>
    services.some(({ channels }) => channels.includes(channel)),
  );
  return offered.length === 0 ? ['video'] : offered;
}
