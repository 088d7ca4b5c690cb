'use client';

import { Button } from '#shared/ui/button.tsx';
import { FieldError } from '#shared/ui/field.tsx';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconChevronDown } from '#shared/ui/icons/chevron-down.ts';
import { iconChevronUp } from '#shared/ui/icons/chevron-up.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import type { EditState, FieldSpec, RowList } from '../edit-state.ts';
import { addId, moveId, rowField, rowId, rowsOf } from '../rows.ts';
import { EditField } from './edit-field.tsx';

export type RowsWords = { readonly up: string; readonly down: string; readonly drop: string };

type RowsProps = { readonly list: RowList; readonly state: EditState; readonly words: RowsWords };

/** A list whose rows are added, moved and taken away by buttons of the form. */
export function Rows({ list, state, words }: RowsProps) {
  const { key, title, hint, none, add } = list;
  const rows = state.typed === null ? list.rows.map(toValues) : rowsOf(state.typed, key);
  const error = state.problems[key];
  return (
    <fieldset id={key} tabIndex={-1} className="ring-none border-t border-line pt-4">
      <legend className="float-left mb-1 w-full text-h3">{title}</legend>
      <div className="clear-both grid gap-3">
        {hint && <p className="text-ink-2">{hint}</p>}
        {error && <FieldError id={key}>{error}</FieldError>}
        {rows.length === 0 && <p className="text-ink-2">{none}</p>}
        {rows.map((values, index) => (
          <RowFields
            // A row is where it stands: what is in it comes anew with every answer.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            key={`${index} ${state.version}`}
            list={list}
            index={index}
            count={rows.length}
            values={values}
            state={state}
            words={words}
          />
        ))}
        <div>
          <Button
            type="submit"
            name="intent"
            value={`add ${key}`}
            id={addId(key)}
            look="secondary"
            icon={iconPlus}
          >
            {add}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}

const toValues = (row: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, [value]]));

type RowFieldsProps = RowsProps & {
  readonly index: number;
  readonly count: number;
  readonly values: Readonly<Record<string, readonly string[]>>;
};

function RowFields({ list, index, count, values, state, words }: RowFieldsProps) {
  const name = `${list.row} ${index + 1}`;
  return (
    <fieldset
      id={rowId(list.key, index)}
      tabIndex={-1}
      className="rounded-md border border-line bg-surface px-4 pt-2 pb-4 in-[.on-surface]:bg-ground"
    >
      <legend className="sr-only">{name}</legend>
      <div className="mb-2 flex flex-wrap items-center gap-1">
        <span aria-hidden="true" className="mr-auto font-bold">
          {name}
        </span>
        <RowButtons list={list} index={index} count={count} name={name} words={words} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {list.fields.map((field) => (
          <EditField
            key={field.name}
            field={inRow(field, list.key, index)}
            typed={values[field.name] ?? ['']}
            error={state.problems[rowField(list.key, index, field.name)]}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A hidden field has no place for what was typed: its value is the row's. */
function inRow(field: FieldSpec, list: string, index: number): FieldSpec {
  return { ...field, name: rowField(list, index, field.name) };
}

type RowButtonsProps = Pick<RowFieldsProps, 'list' | 'index' | 'count' | 'words'> & { readonly name: string };

function RowButtons({ list: { key }, index, count, name, words }: RowButtonsProps) {
  const press = (kind: string) => ({
    type: 'submit' as const,
    name: 'intent',
    value: `${kind} ${key} ${index}`,
  });
  return (
    <>
      {index > 0 && (
        <IconButton
          {...press('up')}
          id={moveId(key, index, 'up')}
          icon={iconChevronUp}
          label={`${words.up}, ${name}`}
        />
      )}
      {index < count - 1 && (
        <IconButton
          {...press('down')}
          id={moveId(key, index, 'down')}
          icon={iconChevronDown}
          label={`${words.down}, ${name}`}
        />
      )}
      <IconButton {...press('drop')} icon={iconTrash} label={`${words.drop}, ${name}`} />
    </>
  );
}
