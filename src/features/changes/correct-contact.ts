import { recordEvent } from '#db/event-log.ts';
import { holdAppointment } from '#db/hold-appointment.ts';
import { readMessagePolicy } from '#db/message-policy.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { planReminders } from '#journey/message-plan.ts';
import type { MessageChannel } from '#journey/message-policy.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { canBeTold, canReceiveTexts } from '#journey/text-messages.ts';
import { type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { type ContactProblem, emailField, phoneField } from '#shared/contact/contact-schema.ts';
import { deriveSheetCode, hashSheetCode } from '#shared/sheet-code.ts';
import { type ChangeableAppointment, findChangeable } from './changeable.data.ts';
import {
  type Contact,
  dropPlanned,
  findOpenCall,
  forgetWrongNumber,
  settleOpenCall,
  writeContact,
  writeSheetCode,
} from './contact.data.ts';

type Tools = {
  readonly clock: Clock;
  readonly linkSecret: string /** The organisation's zone. */;
  readonly timeZone: string;
};

/** As typed; empty is none. */
export type TypedContact = { readonly email: string; readonly phone: string };

export type ContactFailure =
  /** Unknown, or of another team: the same answer. */
  | { readonly code: 'notFound' }
  | {
      readonly code: 'wrongFields';
      readonly problems: Readonly<Partial<Record<'email' | 'phone', ContactProblem | 'phoneNeeded'>>>;
    };

export type Corrected = {
  /** The team still has to call this person. */
  readonly isToBeCalled: boolean;
};

/**
 * A clerk corrects how somebody is reached. What is sent from now on, or once more, goes there; what is planned follows: reminders come on
 * new ways, and not on ways that are gone. Who is reached by neither mail nor text message gets a sheet's code.
 */
export async function correctContact(
  { clock, linkSecret, timeZone }: Tools,
  actor: StaffActor,
  id: AppointmentId,
  typed: TypedContact,
): Promise<Result<Corrected, ContactFailure>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = await holdOwn(scope, actor, id);
    if (appointment === null) return fail({ code: 'notFound' });
    const read = readContact(typed, appointment);
    if (!read.ok) return read;
    const contact = read.value;
    const changed = (['email', 'phone'] as const).filter((field) => contact[field] !== appointment[field]);
    if (changed.length > 0) {
      const now = epochMilliseconds(clock.now());
      await writeContact(scope, id, contact);
      if (changed.includes('phone')) await forgetWrongNumber(scope, id);
      if (!canBeTold(contact)) await writeSheetCode(scope, id, sheetCodeHashOf(linkSecret, id));
      await planAnew(scope, { ...appointment, ...contact, timeZone }, now);
      await record(scope, actor, appointment, 'appointment.contactCorrected', now, changed.join(' '));
    }
    return succeed({ isToBeCalled: (await findOpenCall(scope, id)) !== null });
  });
}

/** Nobody has to be called about it any more, since they are reached otherwise. Said again, it changes nothing. */
export async function settleCall(
  { clock }: Pick<Tools, 'clock'>,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<'settled', { readonly code: 'notFound' }>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = await holdOwn(scope, actor, id);
    if (appointment === null) return fail({ code: 'notFound' });
    const now = epochMilliseconds(clock.now());
    if (await settleOpenCall(scope, id, new Date(now)))
      await record(scope, actor, appointment, 'call.settled', now);
    return succeed('settled');
  });
}

/** Makes that the appointment's sheet can be printed, for who is reached by nothing else after all. */
export async function giveSheet(
  { clock, linkSecret }: Pick<Tools, 'clock' | 'linkSecret'>,
  actor: StaffActor,
  id: AppointmentId,
): Promise<Result<'given', { readonly code: 'notFound' }>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const appointment = await holdOwn(scope, actor, id);
    if (appointment === null || appointment.state === 'cancelled') return fail({ code: 'notFound' });
    if (await writeSheetCode(scope, id, sheetCodeHashOf(linkSecret, id)))
      await record(scope, actor, appointment, 'appointment.sheetGiven', epochMilliseconds(clock.now()));
    return succeed('given');
  });
}

async function holdOwn(
  scope: OrganisationScope,
  actor: StaffActor,
  id: AppointmentId,
): Promise<ChangeableAppointment | null> {
  await holdAppointment(scope, id);
  const appointment = await findChangeable(scope, id);
  return appointment !== null && mayWorkForTeam(actor, appointment.teamId) ? appointment : null;
}

function readContact(
  typed: TypedContact,
  { channel }: Pick<ChangeableAppointment, 'channel'>,
): Result<Contact, ContactFailure> {
  const email = typed.email.trim() === '' ? null : emailField.safeParse(typed.email);
  const phone = typed.phone.trim() === '' ? null : phoneField.safeParse(typed.phone);
  const isPhoneNeeded = channel === 'phone' && phone === null;
  if (email?.success === false || phone?.success === false || isPhoneNeeded)
    return fail({
      code: 'wrongFields',
      problems: {
        ...(email?.success === false && { email: 'emailWrong' as const }),
        ...(phone?.success === false && { phone: 'phoneWrong' as const }),
        ...(isPhoneNeeded && { phone: 'phoneNeeded' as const }),
      },
    });
  return succeed({ email: email?.data ?? null, phone: phone?.data ?? null });
}

async function planAnew(
  scope: OrganisationScope,
  appointment: ChangeableAppointment & { readonly timeZone: string },
  now: EpochMilliseconds,
): Promise<void> {
  const { id, state, email, phone } = appointment;
  const gone: MessageChannel[] = [];
  if (email === null) gone.push('email');
  if (phone === null || !canReceiveTexts(phone)) gone.push('sms');
  await dropPlanned(scope, id, gone);
  if (state !== 'booked') return;
  const reminders = planReminders(appointment, now, await readMessagePolicy(scope));
  const others = channels.filter((each) => reminders.every(({ channel }) => channel !== each));
  if (reminders.length > 0) await dropPlanned(scope, id, others, 'reminder');
  await insertMessages(scope, id, reminders, now);
}

const channels: readonly MessageChannel[] = ['email', 'sms'];

const sheetCodeHashOf = (linkSecret: string, id: AppointmentId) =>
  hashSheetCode(linkSecret, deriveSheetCode(linkSecret, id));

function record(
  scope: OrganisationScope,
  actor: StaffActor,
  { id, teamId }: Pick<ChangeableAppointment, 'id' | 'teamId'>,
  type: string,
  at: EpochMilliseconds,
  fields?: string,
): Promise<void> {
  return recordEvent(scope, {
    streams: [`appointment:${id}`, `team:${teamId}`],
    type,
    actor: eventActorOf(actor),
    // Which of the two, never what stands in it.
    payload: { appointmentId: id, ...(fields !== undefined && { fields }) },
    at,
  });
}
