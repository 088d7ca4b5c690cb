'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { FormStep } from '#journey/forms/form-definition.ts';
import type { RequestId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { Button } from '#shared/ui/button.tsx';
import { classNames } from '#shared/ui/class-names.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import type { SharedForm } from '../shared-form.ts';
import { FieldMarksContext } from './field-frame.tsx';
import { seatFormAddress } from './form-address.ts';
import { LiveFields } from './live-fields.tsx';
import { StepFields } from './step-fields.tsx';
import { freshStep, viewStep } from './step-view.ts';
import { labelAt, SaidPlace } from './together-notice.tsx';
import { type HeldForm, useFormSession } from './use-form-session.ts';
import { useStepMarks } from './use-step-marks.ts';

type Say = (text: LocalizedText) => string;

export type SeatFormProps = {
  readonly requestId: RequestId;
  /** Who is asked. */
  readonly name: string;
  readonly say: Say;
};

/** A form that somebody fills in now, at the seat: what stands in it, where they are, and the same fields to fill in for them. There is no button to send it. */
export function SeatForm({ requestId, name, say }: SeatFormProps) {
  const t = useTranslations('formTogether');
  const held = useFormSession(seatFormAddress(requestId), null);
  const { form, other, isOver } = held.snapshot;
  const [chosen, setChosen] = useState<string | null>(null);
  const there = other?.step ?? null;
  // The clerk goes along with who is asked; looking back at another step lasts until they go on.
  useEffect(() => {
    if (there !== null) setChosen(there);
  }, [there]);
  if (isOver) return <Notice kind="neutral">{t('over')}</Notice>;
  if (form === null) return <Skeleton label={t('loading')} />;
  const current = form.steps.find(({ key }) => key === chosen) ?? form.steps[0];
  return (
    <div className="grid gap-3">
      <p className="text-small text-ink-2">{t('onlyTheySend', { name })}</p>
      <ol className="grid">
        {form.steps.map((step, index) => (
          <StepPart
            key={step.key}
            number={index + 1}
            title={say(step.title)}
            isOpen={step === current}
            onOpen={() => setChosen(step.key)}
            otherWords={there === step.key ? t('isHere', { name }) : null}
          >
            <SeatStep {...held} form={form} step={step} name={name} say={say} />
          </StepPart>
        ))}
      </ol>
      {other !== null && there === null && <p>{t('looksOver', { name })}</p>}
    </div>
  );
}

type StepPartProps = {
  readonly number: number;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly otherWords: string | null;
  readonly children: ReactNode;
};

function StepPart({ number, title, isOpen, onOpen, otherWords, children }: StepPartProps) {
  const partId = useId();
  return (
    <li className="border-t border-line py-2">
      <h5 className="flex flex-wrap items-baseline justify-between gap-x-3">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={partId}
          onClick={onOpen}
          className={classNames(
            'min-h-8 rounded-sm text-left',
            isOpen ? 'font-bold' : 'text-brand underline',
          )}
        >
          {number}. {title}
        </button>
        {otherWords && <Tag tone="lamp">{otherWords}</Tag>}
      </h5>
      <div id={partId}>{isOpen && children}</div>
    </li>
  );
}

type SeatStepProps = HeldForm & {
  readonly form: SharedForm;
  readonly step: FormStep;
  readonly name: string;
  readonly say: Say;
};

function SeatStep({ session, snapshot, form, step, name, say }: SeatStepProps) {
  const t = useTranslations('formTogether');
  const words = useTranslations('forms');
  const view = viewStep(step, { say }, form);
  const kept = form.rows[step.key] ?? [];
  // A row that the clerk begins is there for both once something stands in it.
  const [begun, setBegun] = useState<number | null>(null);
  const hasMore = begun === kept.length;
  const rows = hasMore ? [...kept, {}] : kept;
  const { other, isMasked } = snapshot;
  return (
    <div className="mt-2 grid gap-4">
      {isMasked && <Notice kind="warn">{t('masked')}</Notice>}
      <SaidPlace name={name} field={labelAt(view, step.key, other)} />
      <FieldMarksContext value={useStepMarks(snapshot, step.key, { side: 'clerk', otherName: name })}>
        <LiveFields session={session} snapshot={snapshot} step={step.key}>
          <StepFields view={view} state={freshStep(rows, form.revision)} />
        </LiveFields>
      </FieldMarksContext>
      {view.repeats !== null && rows.length < view.repeats.most && !hasMore && (
        <div>
          <Button look="secondary" icon={iconPlus} onClick={() => setBegun(kept.length)}>
            {words('addRow', { row: view.repeats.row })}
          </Button>
        </div>
      )}
    </div>
  );
}
