import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AppointmentId, BackOfficeQuestionId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { SeatQuestion } from '#journey/live-views.ts';

type TeamQuestion = Omit<SeatQuestion, 'isToAnswer' | 'isOverdue'> & {
  readonly askedById: StaffMemberId;
  readonly toTeamId: TeamId;
  readonly toClerkId: StaffMemberId | null;
};

/** More than this nobody looks through. */
const mostQuestions = 100;

/** What a team was asked and did not answer, and what was asked at its seats and is not done with; the soonest wanted first. */
export async function readTeamQuestions(
  { db }: OrganisationScope,
  teamId: TeamId,
): Promise<readonly TeamQuestion[]> {
  const rows = await db.backOfficeQuestion.findMany({
    where: {
      OR: [
        { toTeamId: teamId, answeredAt: null },
        { askedTeamId: teamId, confirmedAt: null },
      ],
    },
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
    take: mostQuestions,
    select: {
      id: true,
      appointmentId: true,
      question: true,
      answerBy: true,
      isForCitizen: true,
      answer: true,
      askedById: true,
      toTeamId: true,
      toClerkId: true,
      askedBy: { select: { name: true } },
      toClerk: { select: { name: true } },
      toTeam: { select: { name: true } },
    },
  });
  return rows.map(({ askedBy, toClerk, toTeam, answerBy, ...row }) => ({
    ...row,
    id: row.id as BackOfficeQuestionId,
    appointmentId: row.appointmentId as AppointmentId,
    askedById: row.askedById as StaffMemberId,
    toTeamId: row.toTeamId as TeamId,
    toClerkId: row.toClerkId as StaffMemberId | null,
    from: askedBy.name,
    clerkName: toClerk?.name ?? null,
    teamName: toTeam.name as LocalizedText,
    answerBy: answerBy.getTime(),
  }));
}

/** Of those of the team, what this clerk can answer or asked. */
export function questionsOf(
  clerkId: StaffMemberId,
  questions: readonly TeamQuestion[],
  at: { readonly teamId: TeamId; readonly now: number },
): readonly SeatQuestion[] {
  return questions.flatMap(({ askedById, toTeamId, toClerkId, ...question }) => {
    const isAsked = askedById === clerkId;
    const isAddressee = toTeamId === at.teamId && (toClerkId === null || toClerkId === clerkId);
    const isToAnswer = !isAsked && isAddressee && question.answer === null;
    if (!isAsked && !isToAnswer) return [];
    return [{ ...question, isToAnswer, isOverdue: question.answer === null && question.answerBy <= at.now }];
  });
}
