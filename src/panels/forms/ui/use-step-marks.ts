'use client';

import { useTranslations } from 'next-intl';
import { isHelped } from '../helped-answers.ts';
import type { FormSide } from '../shared-form.ts';
import type { FieldMarks } from './field-frame.tsx';
import type { FormSnapshot } from './form-session.ts';

type Sides = {
  /** Of the reader. */
  readonly side: FormSide;
  /** The other one, as this reader knows them. */
  readonly otherName: string;
};

/** What the other one does to the fields of a step. */
export function useStepMarks(
  { form, other }: FormSnapshot,
  step: string,
  { side, otherName }: Sides,
): FieldMarks {
  const t = useTranslations('formTogether');
  return {
    otherAt: other?.step === step ? other.control : null,
    otherWords: t('isHere', { name: otherName }),
    isClerk: side === 'clerk',
    isHelped: (control) => {
      const [, row = '', name = ''] = /^(\d+)\.(.+)$/.exec(control) ?? [];
      const values = form?.rows[step]?.[Number(row)]?.[name];
      return form !== null && isHelped(form.helped, { step, control }, values);
    },
  };
}
