import { z } from 'zod';
import { formLimits } from '#journey/forms/form-definition.ts';
import type { ServiceId } from '#journey/ids.ts';
import { id, localized, localizedOrNothing, wholeNumber } from '../form-fields.ts';
import type { Change } from '../make-change.ts';
import { changeContent, newKey, seenForm } from './change-form.ts';
import { conditionOf, typedCondition } from './condition-text.ts';
import { putStep } from './edit-content.ts';

/** A step of a form, without its fields. */
export const stepForm = z
  .object({
    ...seenForm,
    service: id<ServiceId>(),
    /** Empty of a new one. */
    key: z.string().optional(),
    title: localized(120),
    text: localizedOrNothing(600),
    condition: typedCondition,
    repeats: z.enum(['no', 'yes']),
    least: wholeNumber(0, formLimits.rows),
    most: wholeNumber(1, formLimits.rows),
    row: localizedOrNothing(60),
  })
  .transform(({ repeats, least, most, row, ...step }, context) => {
    const say = (message: string, path: string) => {
      context.addIssue({ code: 'custom', message, path: [path] });
      return z.NEVER;
    };
    if (repeats === 'no') return { ...step, repeats: null };
    if (least > most) return say('numberWrong', 'most');
    if (row === null) return say('missing', 'row');
    return { ...step, repeats: { least, most, row } };
  });

export function changeStep({
  form,
  seen,
  key,
  title,
  text,
  condition,
  repeats,
}: z.output<typeof stepForm>): Change {
  const words = { title, text, condition: conditionOf(condition), repeats };
  return changeContent({ form, seen }, putStep({ ...words, key: key || newKey() }));
}
