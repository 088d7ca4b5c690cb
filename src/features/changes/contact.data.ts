import type { OrganisationScope } from '#db/organisation-scope.ts';
import { wordToCitizen } from '#db/word-to-citizen.ts';
import type { AppointmentId, CallTaskId } from '#journey/ids.ts';
import type { MessageChannel } from '#journey/message-policy.ts';

export type Contact = {
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
};

export async function writeContact(
  { db }: OrganisationScope,
  id: AppointmentId,
  { email, phone }: Contact,
): Promise<void> {
  await db.appointment.updateMany({ where: { id }, data: { email, phone } });
}

/** Takes back what was only planned: reminders, or everything, on these ways. */
export async function dropPlanned(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  channels: readonly MessageChannel[],
  only?: 'reminder',
): Promise<void> {
  if (channels.length === 0) return;
  await db.message.deleteMany({
    where: {
      appointmentId,
      ...wordToCitizen,
      channel: { in: [...channels] },
      kind: only,
      state: 'planned',
      attempts: 0,
    },
  });
}

/** Gives the appointment the code of a printed sheet, where it has none. @returns whether it had none */
export async function writeSheetCode(
  { db }: OrganisationScope,
  id: AppointmentId,
  sheetCodeHash: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { count } = await db.appointment.updateMany({
    where: { id, sheetCodeHash: null },
    data: { sheetCodeHash },
  });
  return count > 0;
}

/** The call that the team still has to make for this appointment; null when there is none. */
export async function findOpenCall(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<CallTaskId | null> {
  const row = await db.callTask.findFirst({
    where: { appointmentId, settledAt: null },
    select: { id: true },
  });
  return row === null ? null : (row.id as CallTaskId);
}

/** What was said of the number before is not about this one. */
export async function forgetWrongNumber(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<void> {
  await db.callTask.updateMany({
    where: { appointmentId, settledAt: null, result: 'wrongNumber' },
    data: { result: null, triedAt: null, triedById: null, tries: 0 },
  });
}

/** Nobody has to call any more. @returns whether somebody had to */
export async function settleOpenCall(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
  at: Date,
): Promise<boolean> {
  const { count } = await db.callTask.updateMany({
    where: { appointmentId, settledAt: null },
    data: { settledAt: at },
  });
  return count > 0;
}
