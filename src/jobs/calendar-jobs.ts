import { readDueCalendars } from '#features/administration/read-calendars.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import { log, logUnexpected } from '#shared/log.ts';
import { calendarSource, clock } from '../wiring.ts';

/** Reads the experts' calendars that are due in every organisation; trouble in one does not keep the others waiting. */
export async function sweepCalendars(): Promise<void> {
  for (const organisation of await listOrganisations()) {
    try {
      const failed = await readDueCalendars({ clock, calendarSource }, organisation);
      if (failed > 0) log.info({ failed }, 'calendars of experts not read');
    } catch (error) {
      logUnexpected(error, 'reading calendars');
    }
  }
}
