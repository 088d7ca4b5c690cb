import { withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import {
  applyReports,
  type DeliveryReport,
  holdMessage,
  keepReport,
  recordMessageEvent,
} from './delivery-reports.data.ts';
import { isSettled } from './message-states.ts';
import { rememberStop } from './remember-stops.ts';

/**
 * Takes in what a provider tells of a message: however often, in whatever order, and also before this side knows that the message was
 * taken, it ends alike.
 * @returns `unknownMessage` when there is none of that name in this organisation; nothing was changed then
 */
export async function recordDeliveryReport(
  { clock }: { readonly clock: Clock },
  organisationId: OrganisationId,
  report: DeliveryReport,
): Promise<'recorded' | 'unknownMessage'> {
  return withOrganisation(organisationId, async (scope) => {
    const message = await holdMessage(scope, report.messageId);
    if (message === null) return 'unknownMessage';
    const now = epochMilliseconds(clock.now());
    if (!(await keepReport(scope, report, now))) return 'recorded';
    await applyReports(scope, report.messageId, message, now);
    if (report.isHeldUp && !isSettled(message.state))
      await recordMessageEvent(scope, { ...message, id: report.messageId, what: 'heldUp' }, now);
    const { channel, sentTo, appointmentId, teamId } = message;
    if (report.failureCode === 'unsubscribed' && channel === 'sms' && sentTo !== null)
      await rememberStop(scope, { phone: sentTo, appointmentId, teamId }, now);
    return 'recorded';
  });
}
