import { getTranslations } from 'next-intl/server';
import type { FormCondition, FormContent } from '#journey/forms/form-definition.ts';
import { currentReader } from '../../../../../../current-reader.ts';

/** When something is asked, in words; null where it always is. What a condition rests on may be gone: then it says so with a dash. */
export async function conditionWords(
  { steps }: FormContent,
  condition: FormCondition | null,
): Promise<string | null> {
  if (condition === null) return null;
  const [t, { say }] = await Promise.all([getTranslations('admin.forms'), currentReader()]);
  const field = steps.flatMap(({ fields }) => fields).find(({ key }) => key === condition.field);
  const choices = field?.kind === 'choice' ? field.choices : [];
  const answer = choices.find(({ key }) => key === condition.answer);
  return t('onlyIf', {
    question: field === undefined ? '–' : say(field.label),
    answer: answer === undefined ? '–' : say(answer.text),
  });
}
