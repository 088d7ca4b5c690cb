import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import { findChangeable, writeLanguage } from './changeable.data.ts';
import { hasSayIn } from './may-change.ts';

/**
 * From now on the messages of the appointment, and the clerk's screen, have this language. The recognition phrase stays as it is: it is known by
 * its words. Said again, it changes nothing.
 */
export async function speakLanguage(
  clock: Clock,
  actor: VisitActor,
  language: Language,
): Promise<Result<'spoken', { readonly code: 'notYours' }>> {
  const { appointmentId: id } = actor;
  if (!hasSayIn(actor, id)) return fail({ code: 'notYours' });
  return withOrganisation(actor.organisationId, async (scope) => {
    await holdAppointment(scope, id);
    const appointment = await findChangeable(scope, id);
    if (appointment === null) return fail({ code: 'notYours' });
    if (appointment.language === language) return succeed('spoken');
    await writeLanguage(scope, id, language);
    await recordEvent(scope, {
      streams: [`appointment:${id}`, `team:${appointment.teamId}`],
      type: 'appointment.languageChanged',
      actor: eventActorOf(actor),
      payload: { appointmentId: id, language },
      at: clock.now(),
    });
    return succeed('spoken');
  });
}
