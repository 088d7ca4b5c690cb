import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import { systemActor } from '#journey/actor.ts';
import type { AppointmentId, OrganisationId, TeamId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import type { Settled } from './delivery.data.ts';

export type StopOfProvider = {
  readonly phone: string;
  readonly appointmentId: AppointmentId;
  readonly teamId: TeamId;
};

/** Remembers that the provider lets nothing through to a number, because its owner said so there. */
export async function rememberStop(
  scope: OrganisationScope,
  { phone, appointmentId, teamId }: StopOfProvider,
  now: number,
): Promise<void> {
  await writeTextStop(scope, phone, new Date(now));
  await recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: 'texts.stopped',
    actor: systemActor,
    payload: { appointmentId, how: 'provider' },
    at: now,
  });
}

/** The same, of attempts that were refused for it. Forgotten, it would be heard again at the next attempt. */
export async function rememberStops(
  { clock }: { readonly clock: Clock },
  organisationId: OrganisationId,
  settled: readonly Settled[],
): Promise<void> {
  const refused = settled.filter(
    ({ message, change }) =>
      message.channel === 'sms' && change.state === 'failedForGood' && change.failureCode === 'unsubscribed',
  );
  if (refused.length === 0) return;
  await withOrganisation(organisationId, async (scope) => {
    for (const { message, teamId, sent } of refused) {
      const stop = { appointmentId: message.appointmentId, teamId };
      if (sent !== null) await rememberStop(scope, { phone: sent.to, ...stop }, clock.now());
    }
  });
}
