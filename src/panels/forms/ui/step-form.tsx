'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useActionState, useEffect, useRef } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { iconArrowLeft } from '#shared/ui/icons/arrow-left.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { SharedForm } from '../shared-form.ts';
import { FieldMarksContext } from './field-frame.tsx';
import type { FormAddress } from './form-address.ts';
import { LiveFields } from './live-fields.tsx';
import { StepFields } from './step-fields.tsx';
import type { StepAction, StepState, StepView } from './step-view.ts';
import { labelAt, TogetherNotice } from './together-notice.tsx';
import { type HeldForm, useFormSession } from './use-form-session.ts';
import { useStepMarks } from './use-step-marks.ts';

type StepFormProps = {
  /** The page's id of the form, for what sends it from outside. */
  readonly id: string;
  readonly action: StepAction;
  /** The step's key. */
  readonly step: string;
  readonly view: StepView;
  readonly fresh: StepState;
  readonly isFirst: boolean;
  /** Where it is filled in together, and as it stands. */
  readonly address: FormAddress;
  readonly shared: SharedForm;
};

/** One step of a form. Every button of it keeps what was typed; complete without script. */
export function StepForm({ id, action, step, view, fresh, isFirst, address, shared }: StepFormProps) {
  const t = useTranslations('forms');
  const [sent, submit] = useActionState(action, fresh);
  const held = useFormSession(address, shared);
  const state = withRowsOf(held, step, sent);
  usePlaceIn(held, step);
  useSent(held, sent.version);
  useNewQuestions(held, shared);
  const otherName = held.snapshot.form?.clerkName ?? '';
  const marks = useStepMarks(held.snapshot, step, { side: 'asked', otherName });
  const settleFirst = useSettled(held);
  const { repeats } = view;
  return (
    <form id={id} action={submit} onSubmit={settleFirst} noValidate className="grid gap-7">
      {/* The first button is what Enter presses: it must not be one that takes a row away. */}
      <button type="submit" name="intent" value="next" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('next')}
      </button>
      <input type="hidden" name="seen" value={state.seen} />
      <TogetherNotice form={held.snapshot.form} otherAt={labelAt(view, step, held.snapshot.other)} />
      <Said state={state} isMasked={held.snapshot.isMasked} />
      <FieldMarksContext value={marks}>
        <LiveFields {...held} step={step}>
          <StepFields view={view} state={state}>
            {(index) =>
              repeats !== null &&
              state.rows.length > repeats.least && (
                <Button
                  type="submit"
                  name="intent"
                  value={`drop ${index}`}
                  look="underlined"
                  icon={iconTrash}
                >
                  {t('dropRow', { row: repeats.row, number: index + 1 })}
                </Button>
              )
            }
          </StepFields>
        </LiveFields>
      </FieldMarksContext>
      {repeats !== null && state.rows.length < repeats.most && (
        <div>
          <Button type="submit" name="intent" value="add" look="secondary" icon={iconPlus}>
            {t('addRow', { row: repeats.row })}
          </Button>
        </div>
      )}
      <Onward isFirst={isFirst} />
    </form>
  );
}

/** What is wrong, and what became of the last press. */
function Said({ state, isMasked }: { state: StepState; isMasked: boolean }) {
  const t = useTranslations('forms');
  const common = useTranslations('common');
  const problems = Object.entries(state.problems).map(([fieldId, message]) => ({ fieldId, message }));
  const note = state.note ?? (isMasked ? 'masked' : null);
  return (
    <div className="grid gap-3 empty:hidden">
      <ErrorSummary title={common('errorSummary')} problems={problems} submission={state.version} />
      {note && (
        <Notice kind="warn" role="alert" title={t(`outcomes.${note}.title`)}>
          {t(`outcomes.${note}.text`)}
        </Notice>
      )}
    </div>
  );
}

function Onward({ isFirst }: { isFirst: boolean }) {
  const t = useTranslations('forms');
  return (
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
  );
}

/** What this page was sent last, with the rows that the clerk began since; what stands in the fields is up to date by then. */
function withRowsOf({ snapshot: { form } }: HeldForm, step: string, state: StepState): StepState {
  if (form === null || form.revision <= state.seen) return state;
  const rows = [...state.rows, ...(form.rows[step] ?? []).slice(state.rows.length)];
  return { ...state, rows, seen: form.revision };
}

/** Sends a step in once the server has what was told of it field by field; one press is one. */
function useSettled({ session }: HeldForm) {
  const state = useRef<'idle' | 'settling' | 'settled'>('idle');
  return (event: FormEvent<HTMLFormElement>) => {
    const settling = state.current === 'idle' ? session.settle() : null;
    if (state.current === 'settling') return event.preventDefault();
    state.current = 'idle';
    if (settling === null) return;
    event.preventDefault();
    state.current = 'settling';
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    void settling.then(() => {
      state.current = 'settled';
      form.requestSubmit(submitter);
    });
  };
}

/** What was sent in with the step is told no more field by field. */
function useSent({ session }: HeldForm, version: number): void {
  useEffect(() => {
    if (version > 0) session.forget();
  }, [session, version]);
}

/** Shows the clerk that somebody is at this step, before they are in a field of it. */
function usePlaceIn({ session }: HeldForm, step: string): void {
  useEffect(() => session.go({ step, control: null }), [session, step]);
}

/** What the clerk chose in another step may ask for more here, or for less. */
function useNewQuestions({ snapshot: { form, isOver } }: HeldForm, shared: SharedForm): void {
  const router = useRouter();
  const isOther = form !== null && questionsOf(form) !== questionsOf(shared);
  useEffect(() => {
    if (isOther || isOver) router.refresh();
  }, [isOther, isOver, router]);
}

const questionsOf = ({ steps }: SharedForm) =>
  steps.map(({ key, fields }) => [key, ...fields.map((field) => field.key)].join(' ')).join('\n');
