import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { insertMessages } from '#db/planned-messages.ts';
import { type EventActor, eventActorOf, type StaffActor, systemActor } from '#journey/actor.ts';
import type {
  BackOfficeQuestionId,
  ConversationId,
  OrganisationId,
  StaffMemberId,
  TeamId,
} from '#journey/ids.ts';
import { type FormOfAddress, type Language, localize } from '#journey/language.ts';
import { localDateAt, momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import { planAnswerMessages } from '#journey/message-plan.ts';
import { mayDo, mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { openQuestionDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS, type EpochMilliseconds, epochMilliseconds } from '#journey/time.ts';
import { proposedWorkingDays, workingDayEndMinute, workingDaysLater } from '#journey/working-days.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { NewQuestion, QuestionAct, QuestionChoices, QuestionFailure } from './question.ts';
import {
  addQuestion,
  findAskedAbout,
  findQuestion,
  findToldContact,
  type HeldQuestion,
  isReachable,
  readHolidays,
  readTeams,
  saveAnswer,
  saveConfirmed,
  takeOverdue,
} from './questions.data.ts';

type Reader = {
  readonly language: Language;
  readonly formOfAddress: FormOfAddress;
  readonly timeZone: string;
};

/** Whom this clerk can ask, and the ends of working days by which an answer can be wanted. */
export async function listQuestionChoices(
  clock: Clock,
  actor: StaffActor,
  { language, formOfAddress, timeZone }: Reader,
): Promise<QuestionChoices> {
  if (!mayDo(actor, 'workAtSeat')) return { teams: [], people: [], moments: [] };
  const today = localDateAt(epochMilliseconds(clock.now()), timeZone);
  return withOrganisation(actor.organisationId, async (scope) => {
    const holidays = await readHolidays(scope, today);
    const teams = (await readTeams(scope)).map((team) => ({
      ...team,
      name: localize(team.name, language, formOfAddress),
    }));
    return {
      teams: teams.map(({ id, name }) => ({ id, name })),
      people: teams.flatMap(({ id: teamId, name: teamName, people }) =>
        people
          .filter(({ id }) => id !== actor.staffMemberId)
          .map((person) => ({ ...person, teamId, teamName })),
      ),
      moments: proposedWorkingDays.map((days) => {
        const date = workingDaysLater(today, days, holidays);
        return { days, at: momentOfWall(date, workingDayEndMinute, readZoneOffsets(timeZone, date, date)) };
      }),
    };
  });
}

/** The clerk of a conversation asks something that is answered after it: of whom and by when, the citizen is told. */
export function askBackOffice(
  clock: Clock,
  actor: StaffActor,
  conversationId: ConversationId,
  wanted: NewQuestion,
): Promise<Result<BackOfficeQuestionId, QuestionFailure>> {
  const now = clock.now();
  const toTeamId = wanted.teamId as TeamId;
  const toClerkId = wanted.clerkId as StaffMemberId | null;
  const { seat, staffMemberId } = actor;
  return withOrganisation<Result<BackOfficeQuestionId, QuestionFailure>>(
    actor.organisationId,
    async (scope) => {
      if (seat === null || !mayWorkForTeam(actor, seat.teamId)) return fail({ code: 'notFound' });
      const appointmentId = await findAskedAbout(scope, conversationId, staffMemberId);
      if (appointmentId === null) return fail({ code: 'notFound' });
      if (wanted.answerBy <= now || wanted.answerBy > now + openQuestionDays * DAY_MILLISECONDS)
        return fail({ code: 'badMoment' });
      if (toClerkId === staffMemberId || !(await isReachable(scope, toTeamId, toClerkId)))
        return fail({ code: 'nobodyThere' });
      const question = await addQuestion(scope, {
        appointmentId,
        askedById: staffMemberId,
        askedTeamId: seat.teamId,
        toTeamId,
        toClerkId,
        question: wanted.question,
        answerBy: new Date(wanted.answerBy),
        isForCitizen: wanted.isForCitizen,
        createdAt: new Date(now),
      });
      await record(scope, question, 'asked', eventActorOf(actor), now);
      return succeed(question.id);
    },
  );
}

export type AnswerTools = { readonly clock: Clock; readonly jobQueue: JobQueue };

/**
 * Answers a question in words, or says that it is done with. Of two who answer at once the database takes one. The citizen is told that
 * there is an answer, where it is for them.
 */
export function answerBackOffice(
  { clock, jobQueue }: AnswerTools,
  actor: StaffActor,
  id: BackOfficeQuestionId,
  act: QuestionAct,
): Promise<Result<null, QuestionFailure>> {
  const now = clock.now();
  const at = new Date(now);
  return withOrganisation<Result<null, QuestionFailure>>(actor.organisationId, async (scope) => {
    const question = mayDo(actor, 'workAtSeat') ? await findQuestion(scope, id) : null;
    if (question === null) return fail({ code: 'notFound' });
    if (act.act === 'confirm') {
      if (question.askedById !== actor.staffMemberId) return fail({ code: 'notFound' });
      if (await saveConfirmed(scope, id, at)) await record(scope, question, 'done', eventActorOf(actor), now);
      return succeed(null);
    }
    if (!isFor(actor, question)) return fail({ code: 'notFound' });
    const answered = { answer: act.answer, answeredById: actor.staffMemberId, answeredAt: at };
    if (!(await saveAnswer(scope, id, answered))) return fail({ code: 'answeredAlready' });
    await record(scope, question, 'answered', eventActorOf(actor), now);
    await tellCitizen(scope, jobQueue, question, epochMilliseconds(now));
    return succeed(null);
  });
}

/** That there is an answer, and nothing of it. */
async function tellCitizen(
  scope: OrganisationScope,
  jobQueue: JobQueue,
  { id, appointmentId }: HeldQuestion,
  now: EpochMilliseconds,
): Promise<void> {
  const contact = await findToldContact(scope, id);
  if (contact === null) return;
  const plan = planAnswerMessages(contact, now);
  await jobQueue.enqueueDelivery(scope, await insertMessages(scope, appointmentId, plan, now));
}

const mostAtOnce = 100;

/** Tells both seats of questions whose moment passed without an answer, each once. @returns how many */
export function alarmOverdue(clock: Clock, organisationId: OrganisationId): Promise<number> {
  const now = clock.now();
  return withOrganisation(organisationId, async (scope) => {
    const overdue = await takeOverdue(scope, new Date(now), mostAtOnce);
    for (const question of overdue) await record(scope, question, 'overdue', systemActor, now);
    return overdue.length;
  });
}

/** Whether it was asked of this clerk, or of the team at whose seat they sit. */
function isFor(actor: StaffActor, { toClerkId, toTeamId }: HeldQuestion): boolean {
  return toClerkId === null
    ? actor.seat?.teamId === toTeamId && mayWorkForTeam(actor, toTeamId)
    : toClerkId === actor.staffMemberId;
}

function record(
  scope: OrganisationScope,
  { id, appointmentId, askedTeamId, toTeamId }: HeldQuestion,
  type: 'asked' | 'answered' | 'done' | 'overdue',
  actor: EventActor,
  at: number,
): Promise<void> {
  return recordEvent(scope, {
    streams: [
      ...new Set([`team:${askedTeamId}`, `team:${toTeamId}`] as const),
      `appointment:${appointmentId}`,
    ],
    type: `question.${type}`,
    actor,
    payload: { appointmentId, questionId: id },
    at,
  });
}
