import type { OrganisationScope } from '#db/organisation-scope.ts';
import { wordToCitizen } from '#db/word-to-citizen.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { type DossierMessage, messageHappenings } from './dossier.ts';

/** What was sent about an appointment, the newest first, each with what happened to it as the log of events tells. */
export async function readDossierMessages(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly DossierMessage[]> {
  const rows = await db.message.findMany({
    where: { appointmentId, ...wordToCitizen },
    orderBy: [{ plannedAt: 'desc' }, { channel: 'asc' }],
    select: {
      id: true,
      kind: true,
      channel: true,
      plannedAt: true,
      sentTo: true,
      state: true,
      failureCode: true,
      nextAttemptAt: true,
    },
  });
  const events = await db.event.findMany({
    where: {
      stream: `appointment:${appointmentId}`,
      type: { in: messageHappenings.map((what) => `message.${what}`) },
    },
    orderBy: { number: 'asc' },
    select: { type: true, at: true, payload: true },
  });
  return rows.map(({ plannedAt, sentTo, state, failureCode, nextAttemptAt, ...message }) => ({
    ...message,
    plannedAt: plannedAt.getTime(),
    sentTo: sentTo !== null && message.channel === 'sms' ? formatPhoneLocally(sentTo) : sentTo,
    failure:
      state === 'failedForGood' || state === 'failedTemporarily'
        ? { code: failureCode, nextAt: state === 'failedTemporarily' ? nextAttemptAt.getTime() : null }
        : null,
    // Sending again is a step of its own, which the page brings together with this.
    again: null,
    history: events.flatMap(({ type, at, payload }) => {
      const what = messageHappenings.find((each) => type === `message.${each}`);
      const { messageId, discardReason } = payload as Readonly<Record<string, unknown>>;
      if (messageId !== message.id || what === undefined) return [];
      return [{ at: at.getTime(), what: discardReason === 'textsStopped' ? ('stopped' as const) : what }];
    }),
  }));
}
