import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import {
  holdOwnAppointment,
  type PreparationNotes,
  readPreparationNotes,
  writePreparationNotes,
} from './preparation-notes.data.ts';
import { workplaceOf } from './workplace.ts';

/** `changed`: a colleague wrote since, and this is what stands there now. */
export type NotesFailure = { readonly code: 'notFound' } | ({ readonly code: 'changed' } & PreparationNotes);

/**
 * Keeps what a clerk of the team writes down for themselves and their colleagues before a conversation. It is in no report and on no page of
 * the citizen; nobody's screen changes by it, so no event is recorded.
 * @param revision of the notes that the writer had before them
 * @returns the number of what is kept now
 */
export function keepPreparationNotes(
  clock: Clock,
  actor: StaffActor,
  appointmentId: AppointmentId,
  { text, revision }: PreparationNotes,
): Promise<Result<{ readonly revision: number }, NotesFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const workplace = workplaceOf(actor);
    if (workplace === null || !(await holdOwnAppointment(scope, appointmentId, workplace.teamId)))
      return fail({ code: 'notFound' });
    const stored = await readPreparationNotes(scope, appointmentId);
    if (stored.text === text) return succeed({ revision: stored.revision });
    if (stored.revision !== revision) return fail({ code: 'changed', ...stored });
    const next = { text, revision: revision + 1 };
    const writer = { writtenAt: new Date(clock.now()), writtenById: actor.staffMemberId };
    await writePreparationNotes(scope, appointmentId, { ...next, ...writer });
    return succeed({ revision: next.revision });
  });
}
