import { reopenRooms } from '#features/call/reopen-rooms.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import type { RoomName } from '#journey/ids.ts';
import { log } from '#shared/log.ts';
import { videoRooms } from '../wiring.ts';

/** Browsers give up on a room that is not there after some six seconds: look well before that. */
const intervalMilliseconds = 2_000;

/** Makes the rooms of open conversations exist again whenever the video server lost them. Returns how to stop. */
export function startKeepingRoomsOpen(): () => void {
  let busy = false;
  let failing = false;
  let known: ReadonlySet<RoomName> = new Set();

  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const existing = await videoRooms.list();
      const lost = new Set([...known].filter((room) => !existing.has(room)));
      for (const { id } of await listOrganisations()) {
        const missing = await reopenRooms(videoRooms, id, { existing, lost });
        if (missing > 0) log.debug({ missing }, 'rooms opened');
      }
      known = existing;
      failing = false;
    } catch {
      if (!failing) log.warn('the rooms cannot be checked: the video server or the database is away');
      failing = true;
    } finally {
      busy = false;
    }
  };

  const timer = setInterval(() => void look(), intervalMilliseconds);
  return () => clearInterval(timer);
}
