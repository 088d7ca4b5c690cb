import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { eventActorOf, type VisitActor } from '#journey/actor.ts';
import type { TestResults } from '#journey/device-test-results.ts';
import type { Clock } from '#ports/clock.ts';
import { dropProposal, findTestedAppointment, replaceDeviceTest } from './device-test.data.ts';
import { judgeTest } from './judge-test.ts';

/**
 * Keeps the result of a citizen's test with the appointment, where the seat sees it. A companion's device is not the one that counts.
 * @returns whether it was kept
 */
export function saveTest(
  { clock }: { readonly clock: Clock },
  actor: VisitActor,
  results: TestResults,
): Promise<boolean> {
  const { verdict } = judgeTest(results);
  return withOrganisation(actor.organisationId, async (scope) => {
    if (actor.role !== 'citizen') return false;
    const appointment = await findTestedAppointment(scope, actor.appointmentId);
    if (appointment === null) return false;
    const now = clock.now();
    await replaceDeviceTest(scope, actor.appointmentId, { results, verdict, at: new Date(now) });
    if (verdict === 'good') await dropProposal(scope, actor.appointmentId);
    await renewPage(scope, actor.appointmentId);
    await recordEvent(scope, {
      streams: [`appointment:${actor.appointmentId}`, `team:${appointment.teamId}`],
      type: 'device.tested',
      actor: eventActorOf(actor),
      payload: { appointmentId: actor.appointmentId, verdict },
      at: now,
    });
    return true;
  });
}
