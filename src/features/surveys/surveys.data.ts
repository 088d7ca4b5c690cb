import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId } from '#journey/ids.ts';
import type { SurveyOpinion } from './survey.ts';

/**
 * Closes the survey of an ended conversation, once.
 * @returns what the answer will be filed under, null when there is no open survey (any more)
 */
export async function closeSurvey(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
  state: 'answered' | 'skipped',
) {
  const [closed] = await scope.db.conversation.updateManyAndReturn({
    where: { appointmentId, state: 'ended', surveyState: 'open' },
    data: { surveyState: state },
    select: { teamId: true, channel: true },
  });
  if (closed === undefined) return null;
  const first = await scope.db.appointmentService.findFirstOrThrow({
    where: { appointmentId },
    orderBy: { position: 'asc' },
    select: { serviceId: true },
  });
  return { ...closed, serviceId: first.serviceId };
}

type Filing = {
  readonly serviceId: string;
  readonly teamId: string;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
};

/** Keeps an opinion without anything that leads back to a person: a local date instead of a time. */
export async function saveOpinion(
  scope: OrganisationScope,
  filing: Filing,
  opinion: SurveyOpinion,
  answeredOn: Date,
): Promise<void> {
  const { organisationId, db } = scope;
  await db.surveyAnswer.create({
    data: { organisationId, ...filing, ...opinion, answeredOn },
    select: { teamId: true },
  });
}
