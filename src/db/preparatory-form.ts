import type { AppointmentId, PreparatoryQuestionId, ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { PreparatoryForm } from '#journey/preparatory-questions.ts';
import type { OrganisationScope } from './organisation-scope.ts';

/**
 * What the services of an appointment ask beforehand, with the answers. Whoever asks has made sure that its reader may see them.
 */
export async function readPreparatoryForm(
  { db }: OrganisationScope,
  id: AppointmentId,
): Promise<PreparatoryForm> {
  const row = await db.appointment.findFirst({
    where: { id },
    select: {
      preparationAnswers: { select: { questionId: true, value: true } },
      services: {
        orderBy: { position: 'asc' },
        select: {
          service: { select: { id: true, name: true, questions: { orderBy: { position: 'asc' } } } },
        },
      },
    },
  });
  if (row === null) return [];
  const answers = new Map(row.preparationAnswers.map(({ questionId, value }) => [questionId, value]));
  return row.services
    .filter(({ service }) => service.questions.length > 0)
    .map(({ service }) => ({
      serviceId: service.id as ServiceId,
      name: service.name as LocalizedText,
      questions: service.questions.map((question) => ({
        id: question.id as PreparatoryQuestionId,
        kind: question.kind,
        label: question.label as LocalizedText,
        hint: question.hint as LocalizedText | null,
        choices: question.choices as LocalizedText[],
        isMandatory: question.isMandatory,
        answer: answers.get(question.id) ?? null,
      })),
    }));
}
