'use client';

import { useTranslations } from 'next-intl';
import { addressParts, type TypedRow } from '#journey/forms/form-answers.ts';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import { controlName } from '../sent-step.ts';
import { useFieldMarks } from './field-frame.tsx';
import type { FieldView, StepState } from './step-view.ts';

type FieldInputProps = {
  readonly field: FieldView;
  /** Which row it is in, from 0, and what stands in that. */
  readonly index: number;
  readonly row: TypedRow;
  readonly state: Pick<StepState, 'problems' | 'theirs'>;
};

/** One field of a form, drawn by its kind. */
export function FieldInput({ field, index, row, state }: FieldInputProps) {
  const common = useTranslations('common');
  const t = useTranslations('forms');
  const name = controlName(index, field.key);
  const typed = row[field.key] ?? [];
  const hints = useHints(field, name, { typed: typed[0], theirs: state.theirs[name] });
  const texts = {
    name,
    label: field.label,
    error: state.problems[name],
    optional: field.isMandatory ? undefined : common('optional'),
  };
  const choices = field.choices;
  switch (field.kind) {
    case 'one':
      return <ChoiceField {...texts} hint={hints()} choices={choices} defaultValue={typed[0]} />;
    case 'several':
      return (
        <ChoiceField
          {...texts}
          several
          hint={hints(t('severalHint'))}
          choices={choices}
          defaultValue={typed}
        />
      );
    case 'area':
      return <TextArea {...texts} hint={hints()} rows={5} defaultValue={typed[0] ?? ''} />;
    case 'address':
      return <AddressInput field={field} index={index} row={row} state={state} />;
    default: {
      const isAmount = field.kind === 'amount';
      return (
        <TextField
          {...texts}
          hint={isAmount ? hints(t('amountHint')) : hints()}
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={isAmount ? 'decimal' : undefined}
          width={field.kind === 'line' ? 'full' : 'half'}
          min={field.from ?? undefined}
          max={field.until ?? undefined}
          autoComplete={field.autoComplete ?? 'off'}
          defaultValue={typed[0] ?? ''}
        />
      );
    }
  }
}

/** What stands under a label: the form's own words, where its answer comes from, and what another device saved. */
function useHints(
  { hint, known }: FieldView,
  name: string,
  { typed, theirs }: { readonly typed: string | undefined; readonly theirs: string | undefined },
) {
  const t = useTranslations('forms');
  const isKnown = known !== null && known.text === typed;
  const { isClerk, isHelped } = useFieldMarks();
  return (ofKind?: string) => {
    const lines = [
      hint ?? undefined,
      ofKind,
      isKnown ? t(isClerk ? `marks.${known.from}` : `prefilled.${known.from}`) : undefined,
      isHelped(name) ? t(isClerk ? 'marks.helped' : 'helped') : undefined,
      theirs === undefined ? undefined : theirs === '' ? t('theirsEmpty') : t('theirs', { text: theirs }),
    ].filter((line) => line !== undefined);
    if (lines.length === 0) return undefined;
    return lines.map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    ));
  };
}

const browserNames = {
  street: 'address-line1',
  number: 'off',
  box: 'off',
  postalCode: 'postal-code',
  city: 'address-level2',
} as const;

function AddressInput({ field, index, row, state }: FieldInputProps) {
  const t = useTranslations('forms');
  const common = useTranslations('common');
  const { isClerk, isHelped } = useFieldMarks();
  const helped = t(isClerk ? 'marks.helped' : 'helped');
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 font-bold">
        {field.label}{' '}
        {!field.isMandatory && <span className="font-normal text-ink-2">{common('optional')}</span>}
        {field.hint && <span className="block text-small font-normal text-ink-2">{field.hint}</span>}
      </legend>
      {addressParts.map((part) => {
        const inRow = `${field.key}.${part}`;
        const name = controlName(index, inRow);
        const theirs = state.theirs[name];
        return (
          <TextField
            key={part}
            name={name}
            label={t(`parts.${part}`)}
            optional={part === 'box' && field.isMandatory ? common('optional') : undefined}
            hint={theirs ? t('theirs', { text: theirs }) : isHelped(name) ? helped : undefined}
            error={state.problems[name]}
            width={part === 'street' || part === 'city' ? 'full' : 'short'}
            autoComplete={browserNames[part]}
            defaultValue={row[inRow]?.[0] ?? ''}
          />
        );
      })}
    </fieldset>
  );
}
