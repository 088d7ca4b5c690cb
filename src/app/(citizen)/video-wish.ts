import type { AppointmentWish } from '#journey/appointment-wish.ts';
import type { Language } from '#journey/language.ts';

/** One service over video, for who needs nothing special. */
export function videoWish(serviceSlug: string, language: Language): AppointmentWish {
  return {
    serviceSlugs: [serviceSlug],
    channel: 'video',
    locationId: null,
    needs: [],
    language,
    audience: 'citizen',
    replaces: null,
    holderKey: null,
  };
}
