import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { AppointmentId, OrganisationId, ServiceId, TeamId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import { createConversation, createVisit } from '../../../prisma/factories/conversation-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { answerSurvey } from './answer-survey.ts';
import { surveyForm } from './survey.ts';

// Half past eleven in the evening of 24 November in Brussels.
const now = Date.UTC(2026, 10, 24, 22, 30);
const means = { clock: { now: () => now }, timeZone: 'Europe/Brussels' };
const satisfied = surveyForm.parse({ satisfaction: '5', improvement: 'Alles was goed' });

let organisationId: OrganisationId;
let teamId: TeamId;
let serviceId: ServiceId;
let appointmentId: AppointmentId;
let citizen: VisitActor;

beforeAll(async () => {
  organisationId = (await createOrganisation()).id;
  teamId = (await createTeam(organisationId)).id;
  serviceId = (await createService(organisationId, teamId)).id;
});

beforeEach(async () => {
  const seatId = (await createSeat(organisationId, teamId)).id;
  appointmentId = (
    await createAppointment({ organisationId, teamId, seatId, serviceIds: [serviceId] }, 'secret')
  ).id;
  const { id: visitId } = await createVisit(organisationId, appointmentId);
  citizen = { kind: 'visitor', organisationId, visitId, appointmentId, role: 'citizen' };
  await withOrganisation(organisationId, ({ db }) => db.surveyAnswer.deleteMany({}));
});

const end = () =>
  createConversation(organisationId, teamId, appointmentId, { state: 'ended', endedAt: new Date(now) });
const listAnswers = () => withOrganisation(organisationId, ({ db }) => db.surveyAnswer.findMany());

describe('the survey after a conversation', () => {
  test('keeps an answer with its service, team and local date, and nothing that leads to a person', async () => {
    await end();
    expect(await answerSurvey(means, citizen, satisfied)).toBe('answered');
    const [row] = await listAnswers();
    expect(row).toEqual({
      organisationId,
      id: expect.any(String),
      serviceId,
      teamId,
      channel: 'video',
      answeredOn: new Date('2026-11-24'),
      satisfaction: 5,
      easeOfUse: null,
      wouldUseAgain: null,
      improvement: 'Alles was goed',
    });
  });

  test('is answered once, though it is sent twice at the same time', async () => {
    await end();
    const both = await Promise.all([1, 2].map(() => answerSurvey(means, citizen, satisfied)));
    expect(both.sort()).toEqual(['answered', null]);
    expect(await listAnswers()).toHaveLength(1);
  });

  test('takes a refusal for a no, and does not ask again', async () => {
    await end();
    expect(await answerSurvey(means, citizen, null)).toBe('skipped');
    expect(await answerSurvey(means, citizen, satisfied)).toBeNull();
    expect(await listAnswers()).toEqual([]);
  });

  test('takes a form without a single answer for a slip: nothing is kept, and it can still be answered', async () => {
    await end();
    expect(await answerSurvey(means, citizen, surveyForm.parse({ improvement: '  ' }))).toBe('nothingSaid');
    expect(await listAnswers()).toEqual([]);
    expect(await answerSurvey(means, citizen, satisfied)).toBe('answered');
  });

  test('is not there before the conversation has ended', async () => {
    await createConversation(organisationId, teamId, appointmentId);
    expect(await answerSurvey(means, citizen, satisfied)).toBeNull();
  });

  test("is the citizen's, not a companion's", async () => {
    await end();
    expect(await answerSurvey(means, { ...citizen, role: 'companion' }, satisfied)).toBeNull();
    expect(await listAnswers()).toEqual([]);
  });

  test("is told to the appointment's own page only, without what was answered", async () => {
    await end();
    await answerSurvey(means, citizen, satisfied);
    const events = await withOrganisation(organisationId, ({ db }) =>
      db.event.findMany({
        where: { stream: { contains: appointmentId } },
        select: { type: true, payload: true },
      }),
    );
    expect(events).toEqual([{ type: 'survey.closed', payload: { teamId } }]);
  });
});
