'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { controlName } from '../sent-step.ts';
import { FieldFrame } from './field-frame.tsx';
import { FieldInput } from './field-input.tsx';
import type { StepState, StepView } from './step-view.ts';

type StepFieldsProps = {
  readonly view: StepView;
  readonly state: StepState;
  /** What stands at the end of a row. */
  readonly children?: (index: number) => ReactNode;
};

/** The fields of a step; of one that repeats, in as many groups as there are. */
export function StepFields({ view, state, children }: StepFieldsProps) {
  const t = useTranslations('forms');
  const { repeats } = view;
  if (repeats !== null && state.rows.length === 0) return <p>{t('noRows')}</p>;
  return state.rows.map((row, index) => {
    const fields = view.fields.map((field) => (
      // What was typed comes back after a submit: an answer begins its fields anew.
      <FieldFrame key={`${field.key} ${state.version}`} control={controlName(index, field.key)}>
        <FieldInput field={field} index={index} row={row} state={state} />
      </FieldFrame>
    ));
    // biome-ignore-start lint/suspicious/noArrayIndexKey: a row is where it stands.
    if (repeats === null)
      return (
        <div key={index} className="grid gap-7">
          {fields}
        </div>
      );
    return (
      <fieldset key={index} className="grid gap-6 border-t border-line pt-4">
        <legend className="text-h3">{t('row', { row: repeats.row, number: index + 1 })}</legend>
        {fields}
        <div className="empty:hidden">{children?.(index)}</div>
      </fieldset>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: see above.
  });
}
