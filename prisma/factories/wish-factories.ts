import type { AppointmentWish } from '#journey/appointment-wish.ts';

/** What a citizen without special needs wishes: one service, over video, in Dutch. */
export function makeWish(serviceSlug: string, overrides: Partial<AppointmentWish> = {}): AppointmentWish {
  return {
    serviceSlugs: [serviceSlug],
    channel: 'video',
    locationId: null,
    needs: [],
    language: 'nl',
    audience: 'citizen',
    replaces: null,
    holderKey: null,
    ...overrides,
  };
}
