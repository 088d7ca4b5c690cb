import { z } from 'zod';
import type { ServiceId } from '#journey/ids.ts';
import { id, localized, localizedOrNothing, wholeNumber } from './form-fields.ts';
import {
  fingerprintOfIdentification,
  furtherAttributes,
  readIdentification,
  writeIdentification,
} from './identification-statement.data.ts';
import type { Change } from './make-change.ts';

/** More than these nobody asks on a screen. */
const mostControlQuestions = 6;
const yesOrNo = z.enum(['no', 'yes']).transform((chosen) => chosen === 'yes');

/** Whether a service asks who somebody is, and how. */
export const identificationForm = z.object({
  service: id<ServiceId>(),
  /** Stands for the statement as it was when the form was made. */
  seen: z.string(),
  isAsked: yesOrNo,
  level: z.enum(['low', 'substantial', 'high']),
  mayBeShown: yesOrNo,
  attributes: z.array(z.enum(furtherAttributes)).default([]),
  isMandatory: yesOrNo,
  keptDays: wholeNumber(0, 3650),
  title: localized(120),
  purpose: localized(600),
  basis: localized(600),
  ifDeclined: localizedOrNothing(600),
  controlQuestions: z
    .array(localized(200), { error: 'rowMissing' })
    .max(mostControlQuestions, { error: 'tooMany' })
    .default([]),
});

/** What a service states moves no appointment; it is written only over what its writer saw. */
export function changeIdentification(form: z.output<typeof identificationForm>): Change {
  return {
    type: 'administration.identificationChanged',
    teamIds: [],
    counted: null,
    whenConstrained: { code: 'gone' },
    apply: async (scope) => {
      const stored = await readIdentification(scope, form.service);
      if (fingerprintOfIdentification(stored) !== form.seen) return { refusal: { code: 'gone' } };
      const { service, seen: _seen, isAsked, ...statement } = form;
      await writeIdentification(scope, service, isAsked ? statement : null);
      return { ids: { service } };
    },
  };
}
