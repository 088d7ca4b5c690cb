'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import type { Hold } from '#shared/ui/hold-clock.tsx';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { KeptTime } from './kept-time.tsx';

/** What the server says of the last press: what was typed comes back when it could not be taken. */
export type ConfirmState = {
  readonly typed: string;
  readonly problem: 'phoneWrong' | 'fromElsewhere' | null;
  readonly hold: Hold | 'over' | null;
};

type ConfirmFormProps = {
  readonly action: (previous: ConfirmState, form: FormData) => Promise<ConfirmState>;
  /** By telephone, and no number is known. */
  readonly asksPhone: boolean;
  /** How the time is kept as the page begins. */
  readonly hold: ConfirmState['hold'];
};

/** Yes and no (which lets go of the time), and the number to call when it is needed. Works without script. */
export function ConfirmForm({ action, asksPhone, hold }: ConfirmFormProps) {
  const [t, common] = [useTranslations('changes.confirm'), useTranslations('common')];
  const [state, submit] = useActionState(action, { typed: '', problem: null, hold });
  const phoneProblem = state.problem === 'phoneWrong' ? t('phoneWrong') : undefined;
  return (
    <form action={submit} noValidate className="grid gap-6">
      {/* The form's first button: Enter in the field says yes, and does not keep the time longer. */}
      <button type="submit" name="intent" value="yes" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <KeptTime hold={state.hold} />
      <ErrorSummary
        title={common('errorSummary')}
        problems={phoneProblem === undefined ? [] : [{ fieldId: 'phone', message: phoneProblem }]}
        submission={state}
      />
      {state.problem === 'fromElsewhere' && (
        <Notice kind="warn" role="alert">
          {t('fromElsewhere')}
        </Notice>
      )}
      {asksPhone && (
        <TextField
          name="phone"
          type="tel"
          autoComplete="tel"
          label={t('phone')}
          hint={t('phoneHint')}
          error={phoneProblem}
          defaultValue={state.typed}
          width="half"
          required
        />
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <SubmitButton name="intent" value="yes" busyText={common('busy')} icon={iconCalendarCheck}>
          {t('yes')}
        </SubmitButton>
        <SubmitButton name="intent" value="no" busyText={common('busy')} look="secondary">
          {t('no')}
        </SubmitButton>
      </div>
    </form>
  );
}
