import { Prisma } from '#db/generated/client.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { PreparatoryQuestionId, ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { PreparatoryQuestion } from '#journey/preparatory-questions.ts';

/** A question as it is asked, without anybody's answer. */
export type StoredQuestion = Omit<PreparatoryQuestion, 'answer'>;

/** What a service asks beforehand, in order. */
export async function readQuestions(
  { db }: OrganisationScope,
  serviceId: ServiceId,
): Promise<readonly StoredQuestion[]> {
  const rows = await db.serviceQuestion.findMany({ where: { serviceId }, orderBy: { position: 'asc' } });
  return rows.map(({ id, kind, label, hint, choices, isMandatory }) => ({
    id: id as PreparatoryQuestionId,
    kind,
    label: label as LocalizedText,
    hint: hint as LocalizedText | null,
    choices: choices as LocalizedText[],
    isMandatory,
  }));
}

export type QuestionWords = Omit<StoredQuestion, 'id'> & {
  /** Of one that is there already. */
  readonly id?: string | undefined;
};

/** More than a list ever has: numbers out of the way of those that are written. */
const aside = 1000;

/** Writes the questions, in this order. One that stays keeps its id, and with it its answers. */
export async function writeQuestions(
  { db, organisationId }: OrganisationScope,
  serviceId: ServiceId,
  wanted: readonly QuestionWords[],
): Promise<void> {
  const kept = wanted.flatMap(({ id }) => id ?? []);
  await db.serviceQuestion.deleteMany({ where: { serviceId, id: { notIn: kept } } });
  await db.serviceQuestion.updateMany({ where: { serviceId }, data: { position: { increment: aside } } });
  for (const [index, { id, hint, choices, ...words }] of wanted.entries()) {
    const data = { ...words, hint: hint ?? Prisma.DbNull, choices: [...choices], position: index + 1 };
    const { count } =
      id === undefined
        ? { count: 0 }
        : await db.serviceQuestion.updateMany({ where: { id, serviceId }, data });
    if (count === 0) await db.serviceQuestion.create({ data: { ...data, organisationId, serviceId } });
  }
}
