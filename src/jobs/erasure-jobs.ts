import { eraseAppointments } from '#features/erasure/erase-appointments.ts';
import { eraseThreads } from '#features/erasure/erase-threads.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import { log, logUnexpected } from '#shared/log.ts';
import { clock } from '../wiring.ts';

/** Erases in every organisation what has been kept long enough; trouble in one does not keep the others waiting. */
export async function eraseOutlived(): Promise<void> {
  for (const { id } of await listOrganisations()) {
    try {
      const appointments = await eraseAppointments(clock, id);
      const threads = await eraseThreads(clock, id);
      if (appointments + threads > 0) log.info({ appointments, threads }, 'erased');
    } catch (error) {
      logUnexpected(error, 'erasing what was kept long enough');
    }
  }
}
