import { getTranslations } from 'next-intl/server';
import type { StepProblem } from '#journey/forms/check-form.ts';
import { addressParts } from '#journey/forms/form-answers.ts';
import type { FormStep } from '#journey/forms/form-definition.ts';
import { formatMoney } from '#shared/i18n/format-moment.ts';
import type { FormReader } from '../say-answer.ts';

/** Puts what is wrong in a step in words, with the name of what it is about: the same at the field and above the form. */
export async function problemWords(
  step: FormStep,
  { language, say }: FormReader,
): Promise<(problem: StepProblem) => string> {
  const t = await getTranslations('forms');
  return ({ name, code }) => {
    const [key, partName] = name.split('.');
    const field = step.fields.find((each) => each.key === key);
    const part = addressParts.find((each) => each === partName);
    const ofField = field === undefined ? '' : say(field.label);
    const label = part === undefined ? ofField : `${ofField}, ${t(`parts.${part}`)}`;
    const money = (cents: number) => formatMoney(cents, language);
    const limits = {
      least: field?.kind === 'amount' ? money(field.leastCents) : '',
      most:
        code === 'tooManyRows'
          ? String(step.repeats?.most ?? '')
          : field?.kind === 'amount'
            ? money(field.mostCents)
            : String(field?.kind === 'text' ? field.mostCharacters : ''),
    };
    return t(`problems.${code}`, { label, ...limits });
  };
}
