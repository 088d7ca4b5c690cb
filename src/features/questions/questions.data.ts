import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readTextStops } from '#db/text-stops.ts';
import type {
  AppointmentId,
  BackOfficeQuestionId,
  ConversationId,
  StaffMemberId,
  TeamId,
} from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { LocalDate } from '#journey/local-time.ts';
import { canBeTold } from '#journey/text-messages.ts';

/** The appointment of a conversation that this clerk holds or held; null for every other one. */
export async function findAskedAbout(
  { db }: OrganisationScope,
  id: ConversationId,
  clerkId: StaffMemberId,
): Promise<AppointmentId | null> {
  const row = await db.conversation.findFirst({
    where: { id, clerkId, state: { in: ['admitted', 'ended'] } },
    select: { appointmentId: true },
  });
  return (row?.appointmentId ?? null) as AppointmentId | null;
}

/** Whether there is such a team, with that person in it. */
export async function isReachable(
  { db }: OrganisationScope,
  teamId: TeamId,
  clerkId: StaffMemberId | null,
): Promise<boolean> {
  const members = clerkId === null ? {} : { members: { some: { staffMemberId: clerkId } } };
  return (await db.team.count({ where: { id: teamId, ...members } })) === 1;
}

export type HeldQuestion = {
  readonly id: BackOfficeQuestionId;
  readonly appointmentId: AppointmentId;
  readonly askedById: StaffMemberId;
  readonly askedTeamId: TeamId;
  readonly toTeamId: TeamId;
  readonly toClerkId: StaffMemberId | null;
};

const held = {
  id: true,
  appointmentId: true,
  askedById: true,
  askedTeamId: true,
  toTeamId: true,
  toClerkId: true,
} as const;

export async function addQuestion(
  { db, organisationId }: OrganisationScope,
  question: Omit<HeldQuestion, 'id'> & {
    readonly question: string;
    readonly answerBy: Date;
    readonly isForCitizen: boolean;
    readonly createdAt: Date;
  },
): Promise<HeldQuestion> {
  const row = await db.backOfficeQuestion.create({ data: { ...question, organisationId }, select: held });
  return row as HeldQuestion;
}

export async function findQuestion(
  { db }: OrganisationScope,
  id: BackOfficeQuestionId,
): Promise<HeldQuestion | null> {
  return (await db.backOfficeQuestion.findFirst({ where: { id }, select: held })) as HeldQuestion | null;
}

/** Where word of an answer can go, where the citizen may read it; null where they may not. */
export async function findToldContact(
  { db }: OrganisationScope,
  id: BackOfficeQuestionId,
): Promise<{ readonly email: string | null; readonly phone: string | null } | null> {
  const row = await db.backOfficeQuestion.findFirst({
    where: { id, isForCitizen: true },
    select: { appointment: { select: { email: true, phone: true } } },
  });
  return row?.appointment ?? null;
}

/** Whether word of an answer reaches the citizen of an appointment. */
export async function isWrittenTo(scope: OrganisationScope, id: AppointmentId): Promise<boolean> {
  const contact = await scope.db.appointment.findFirst({
    where: { id },
    select: { email: true, phone: true },
  });
  if (contact === null || !canBeTold(contact)) return false;
  const { email, phone } = contact;
  return email !== null || phone === null || !(await readTextStops(scope, [phone])).has(phone);
}

/** @returns whether it was open still: of several who answer, one is told true */
export async function saveAnswer(
  { db }: OrganisationScope,
  id: BackOfficeQuestionId,
  by: { readonly answer: string; readonly answeredById: StaffMemberId; readonly answeredAt: Date },
): Promise<boolean> {
  const { count } = await db.backOfficeQuestion.updateMany({ where: { id, answeredAt: null }, data: by });
  return count === 1;
}

/** @returns whether it was answered and not confirmed yet */
export async function saveConfirmed(
  { db }: OrganisationScope,
  id: BackOfficeQuestionId,
  at: Date,
): Promise<boolean> {
  const { count } = await db.backOfficeQuestion.updateMany({
    where: { id, answeredAt: { not: null }, confirmedAt: null },
    data: { confirmedAt: at },
  });
  return count === 1;
}

/** Takes those whose moment passed without an answer, each once. */
export async function takeOverdue(
  { db, organisationId }: OrganisationScope,
  now: Date,
  most: number,
): Promise<readonly HeldQuestion[]> {
  return db.$queryRaw<HeldQuestion[]>`
    update "BackOfficeQuestion" q set "alarmedAt" = ${now}
    where q."organisationId" = ${organisationId}::uuid and q.id in (
      select id from "BackOfficeQuestion" where "organisationId" = ${organisationId}::uuid
        and "answeredAt" is null and "alarmedAt" is null and "answerBy" <= ${now}
      order by "answerBy" limit ${most}::int for update skip locked)
    returning q.id, q."appointmentId", q."askedById", q."askedTeamId", q."toTeamId", q."toClerkId"`;
}

/** Teams with who is in them. */
export async function readTeams({ db }: OrganisationScope) {
  const teams = await db.team.findMany({
    orderBy: { slug: 'asc' },
    select: {
      id: true,
      name: true,
      members: {
        where: { staffMember: { roles: { hasSome: ['clerk', 'expert'] } } },
        orderBy: { staffMember: { name: 'asc' } },
        select: { staffMember: { select: { id: true, name: true } } },
      },
    },
  });
  return teams.map(({ id, name, members }) => ({
    id,
    name: name as LocalizedText,
    people: members.map(({ staffMember }) => staffMember),
  }));
}

/** Holidays from a date on. */
export async function readHolidays(
  { db }: OrganisationScope,
  from: LocalDate,
): Promise<ReadonlySet<LocalDate>> {
  const rows = await db.holiday.findMany({
    where: { date: { gte: new Date(from) } },
    select: { date: true },
  });
  return new Set(rows.map(({ date }) => date.toISOString().slice(0, 10) as LocalDate));
}

/** What the citizen reads of questions about their appointment. */
export type ToldQuestion = {
  readonly id: string;
  readonly clerkName: string | null;
  readonly teamName: LocalizedText;
  readonly answerBy: number;
  /** The answer, where it is for the citizen. */
  readonly answer: string | null;
};

export async function readToldQuestions(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly ToldQuestion[]> {
  const rows = await db.backOfficeQuestion.findMany({
    where: { appointmentId, isForCitizen: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      answerBy: true,
      answer: true,
      toClerk: { select: { name: true } },
      toTeam: { select: { name: true } },
    },
  });
  return rows.map(({ id, answerBy, answer, toClerk, toTeam }) => ({
    id,
    clerkName: toClerk?.name ?? null,
    teamName: toTeam.name as LocalizedText,
    answerBy: answerBy.getTime(),
    answer,
  }));
}
