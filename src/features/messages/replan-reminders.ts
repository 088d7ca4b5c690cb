import { type NewEvent, recordEvents } from '#db/event-log.ts';
import { readMessagePolicy } from '#db/message-policy.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId } from '#journey/ids.ts';
import type { MessagePolicy } from '#journey/message-policy.ts';
import { addMinutes, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import {
  holdComing,
  holdReplanning,
  putBack,
  type RemindedAppointment,
  takeAway,
  writeReplanning,
} from './replan.data.ts';
import { replanReminders } from './replan-rule.ts';

/** Few enough that nobody who books or moves waits for a step. */
const stepSize = 100;
/** By then whoever was booking when the rules changed is done, and can be found. */
const settleMinutes = 1;

type Place = { readonly id: OrganisationId /** IANA name. */; readonly timeZone: string };

/**
 * After a change of the moments of reminders: plans those of all appointments to come anew, in steps that are each whole. Killed half
 * way, or when the moments change again, it goes on from what is remembered with the rules; of several processes one does it.
 * @returns for how many appointments something changed
 */
export async function replanAfterChange(clock: Clock, place: Place, most = stepSize): Promise<number> {
  let changed = 0;
  for (;;) {
    const step = await withOrganisation(place.id, (scope) => takeStep(scope, place, clock, most));
    if (step === null) return changed;
    changed += step;
  }
}

/** @returns how many appointments changed; null when there is nothing more to do */
async function takeStep(
  scope: OrganisationScope,
  { timeZone }: Place,
  clock: Clock,
  most: number,
): Promise<number | null> {
  const now = epochMilliseconds(clock.now());
  const replanning = await holdReplanning(scope);
  if (replanning === null || now < addMinutes(replanning.changedAt, settleMinutes)) return null;
  const policy = await readMessagePolicy(scope);
  const appointments = await holdComing(scope, { after: replanning.throughId, now, most });
  let changed = 0;
  for (const appointment of appointments)
    if (await replanOne(scope, appointment, { policy, timeZone, now })) changed += 1;
  const last = appointments.length < most ? null : (appointments.at(-1)?.id ?? null);
  await writeReplanning(scope, last);
  return changed;
}

type Rules = {
  readonly policy: MessagePolicy;
  readonly timeZone: string;
  readonly now: EpochMilliseconds;
};

async function replanOne(
  scope: OrganisationScope,
  appointment: RemindedAppointment,
  { policy, timeZone, now }: Rules,
): Promise<boolean> {
  const { id, reminders } = appointment;
  const { add, revive, discard } = replanReminders({ ...appointment, timeZone }, reminders, policy, now);
  if (add.length + revive.length + discard.length === 0) return false;
  await insertMessages(scope, id, add, now);
  await putBack(scope, revive);
  const gone = new Set(await takeAway(scope, discard, now));
  await recordEvents(scope, [
    eventOf(appointment, 'reminders.replanned', { added: add.length + revive.length, gone: gone.size }, now),
    ...reminders
      .filter((reminder) => gone.has(reminder.id))
      .map(({ id: messageId, channel }) =>
        eventOf(
          appointment,
          'message.discarded',
          { messageId, kind: 'reminder', channel, discardReason: 'remindersChanged' },
          now,
        ),
      ),
  ]);
  return true;
}

function eventOf(
  { id, teamId }: RemindedAppointment,
  type: string,
  payload: NewEvent['payload'],
  at: EpochMilliseconds,
): NewEvent {
  return {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type,
    actor: systemActor,
    payload: { appointmentId: id, ...payload },
    at,
  };
}
