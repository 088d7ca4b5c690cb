'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { iconArrowLeft } from '#shared/ui/icons/arrow-left.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { StepFields } from './step-fields.tsx';
import type { StepAction, StepState, StepView } from './step-view.ts';

type StepFormProps = {
  /** The page's id of the form, for what sends it from outside. */
  readonly id: string;
  readonly action: StepAction;
  readonly view: StepView;
  readonly fresh: StepState;
  readonly isFirst: boolean;
};

/** One step of a form. Every button of it keeps what was typed; complete without script. */
export function StepForm({ id, action, view, fresh, isFirst }: StepFormProps) {
  const t = useTranslations('forms');
  const common = useTranslations('common');
  const [state, submit] = useActionState(action, fresh);
  const { repeats } = view;
  const problems = Object.entries(state.problems).map(([fieldId, message]) => ({ fieldId, message }));
  return (
    <form id={id} action={submit} noValidate className="grid gap-7">
      {/* The first button is what Enter presses: it must not be one that takes a row away. */}
      <button type="submit" name="intent" value="next" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('next')}
      </button>
      <input type="hidden" name="seen" value={state.seen} />
      <div className="grid gap-3 empty:hidden">
        <ErrorSummary title={common('errorSummary')} problems={problems} submission={state.version} />
        {state.note && (
          <Notice kind="warn" role="alert" title={t(`outcomes.${state.note}.title`)}>
            {t(`outcomes.${state.note}.text`)}
          </Notice>
        )}
      </div>
      <StepFields view={view} state={state}>
        {(index) =>
          repeats !== null &&
          state.rows.length > repeats.least && (
            <Button type="submit" name="intent" value={`drop ${index}`} look="underlined" icon={iconTrash}>
              {t('dropRow', { row: repeats.row, number: index + 1 })}
            </Button>
          )
        }
      </StepFields>
      {repeats !== null && state.rows.length < repeats.most && (
        <div>
          <Button type="submit" name="intent" value="add" look="secondary" icon={iconPlus}>
            {t('addRow', { row: repeats.row })}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="next" busyText={t('busy')}>
          {t('next')}
        </SubmitButton>
        {!isFirst && (
          <Button type="submit" name="intent" value="previous" look="secondary" icon={iconArrowLeft}>
            {t('previous')}
          </Button>
        )}
      </div>
    </form>
  );
}
