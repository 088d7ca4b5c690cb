import { z } from 'zod';
import type { LocationId } from '#journey/ids.ts';
import { id, localized, text } from './form-fields.ts';
import { removeLocation, writeLocation } from './locations.data.ts';
import type { Change } from './make-change.ts';

export const locationForm = z.object({
  id: id<LocationId>().optional(),
  name: localized(80),
  streetLine: text(120),
  postalCode: text(12),
  city: text(80),
});

export function changeLocation(
  { id: locationId, ...words }: z.output<typeof locationForm>,
  removes: boolean,
): Change {
  return {
    type: removes ? 'administration.locationRemoved' : 'administration.locationChanged',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope) => {
      if (removes && locationId !== undefined) {
        const answer = await removeLocation(scope, locationId);
        return answer === 'inUse'
          ? { refusal: { code: 'locationInUse' } }
          : { ids: { location: locationId } };
      }
      const location = await writeLocation(scope, locationId ?? null, words);
      return location === null ? { refusal: { code: 'gone' } } : { ids: { location } };
    },
  };
}
