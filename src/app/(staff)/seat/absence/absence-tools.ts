import type { AbsenceTools } from '#features/absence/absence-tools.ts';
import { cancelAppointment } from '#features/changes/cancel-appointment.ts';
import { moveAppointment } from '#features/changes/move-appointment.ts';
import { readOfferedDays, readServiceTime } from '#features/scheduling/find-times.ts';
import { changeTools, clock } from '../../../../wiring.ts';

/** What settling an absence needs: the free times, and the changes that tell the citizen. */
export const absenceTools: AbsenceTools = {
  clock,
  readOfferedDays,
  readServiceTime,
  move: (actor, organisation, change) => moveAppointment(changeTools, actor, { organisation, ...change }),
  cancel: (actor, appointmentId) => cancelAppointment(changeTools, actor, appointmentId),
};
