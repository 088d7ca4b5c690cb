import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { TestResults } from '#journey/device-test-results.ts';
import type { AppointmentId, TeamId } from '#journey/ids.ts';
import type { Judgement } from './judge-test.ts';

export type TestedAppointment = { readonly teamId: TeamId; readonly startAt: number };

/** The appointment that a test is for; null when it is over or cancelled. */
export async function findTestedAppointment(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<TestedAppointment | null> {
  const row = await scope.db.appointment.findFirst({
    where: { id: appointmentId, state: 'booked' },
    select: { teamId: true, startAt: true },
  });
  return row === null ? null : { teamId: row.teamId as TeamId, startAt: row.startAt.getTime() };
}

/** Takes back what was proposed instead of video and is not answered: the device does. */
export async function dropProposal({ db }: OrganisationScope, appointmentId: AppointmentId): Promise<void> {
  await db.channelProposal.deleteMany({ where: { appointmentId, declinedAt: null } });
}

/** Keeps a test; only the last one counts. */
export async function replaceDeviceTest(
  { db, organisationId }: OrganisationScope,
  appointmentId: AppointmentId,
  test: { readonly results: TestResults; readonly verdict: Judgement['verdict']; readonly at: Date },
): Promise<void> {
  await db.deviceTest.deleteMany({ where: { appointmentId } });
  await db.deviceTest.create({
    data: {
      organisationId,
      appointmentId,
      verdict: test.verdict,
      results: test.results,
      testedAt: test.at,
    },
    select: { id: true },
  });
}
