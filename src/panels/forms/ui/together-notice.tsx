'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '#shared/ui/notice.tsx';
import type { FormPlace } from '../shared-form.ts';
import type { FormSnapshot } from './form-session.ts';
import type { StepView } from './step-view.ts';

type TogetherNoticeProps = Pick<FormSnapshot, 'form'> & {
  /** The label of the field in which the clerk is. */
  readonly otherAt?: string | undefined;
};

/** With whom a form is filled in, for who is asked. */
export function TogetherNotice({ form, otherAt }: TogetherNoticeProps) {
  const t = useTranslations('formTogether');
  const name = form?.clerkName ?? null;
  return (
    <div className="empty:hidden">
      {name !== null && (
        <Notice kind="info" title={t('withClerk', { name })}>
          {t('clerkSees', { name })}
        </Notice>
      )}
      {name !== null && <SaidPlace name={name} field={otherAt} />}
    </div>
  );
}

/** Says to who cannot see it in which field the other one is. */
export function SaidPlace({ name, field }: { readonly name: string; readonly field: string | undefined }) {
  const t = useTranslations('formTogether');
  return (
    <p role="status" className="sr-only">
      {field === undefined ? '' : t('isAt', { name, field })}
    </p>
  );
}

/** The label of the field of a step in which the other one is. */
export function labelAt({ fields }: StepView, step: string, other: FormPlace | null): string | undefined {
  const key = other?.step === step ? other.control?.split('.')[1] : undefined;
  return fields.find((field) => field.key === key)?.label;
}
