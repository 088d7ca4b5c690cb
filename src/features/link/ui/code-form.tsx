'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Columns } from '#shared/ui/columns.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextField } from '#shared/ui/text-field.tsx';

/** What came of the last try; nothing was wrong when `problem` is null. */
export type CodeState = {
  readonly typed: string;
  readonly problem: 'missing' | 'unknown' | 'tooMany' | null;
};

export type CodeFormProps = {
  readonly action: (before: CodeState, form: FormData) => Promise<CodeState>;
  readonly phone: string;
};

/** Asks for the code of a printed sheet. Works without script; what was typed stays. */
export function CodeForm({ action, phone }: CodeFormProps) {
  const t = useTranslations('code');
  const common = useTranslations('common');
  const [state, submit] = useActionState(action, { typed: '', problem: null });
  const error = state.problem === null ? undefined : t(`problems.${state.problem}`, { phone });
  return (
    <Columns>
      <ErrorSummary
        title={common('errorSummary')}
        problems={error === undefined ? [] : [{ fieldId: 'code', message: error }]}
        submission={state}
      />
      <h1 className={error === undefined ? undefined : 'mt-6'}>{t('title')}</h1>
      <p className="mt-3 text-lead">{t('lead')}</p>
      <form action={submit} noValidate className="mt-6 grid gap-5">
        <TextField
          key={state.typed}
          name="code"
          label={t('code')}
          hint={t('hint')}
          error={error}
          width="code"
          defaultValue={state.typed}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <SubmitButton busyText={common('busy')} className="w-full sm:w-auto sm:justify-self-start">
          {t('open')}
        </SubmitButton>
      </form>
    </Columns>
  );
}
