'use client';

import { useActionState, useEffect } from 'react';
import { type EditAction, type EditState, type FieldGroup, freshEdit, type RowList } from '../edit-state.ts';
import { rowField, rowsOf } from '../rows.ts';
import { Buttons, type EditWords, Group, Problems } from './edit-parts.tsx';
import { Rows, type RowsWords } from './rows.tsx';

export type FormPart =
  | { readonly kind: 'group'; readonly group: FieldGroup }
  | { readonly kind: 'rows'; readonly rows: RowList };

type RowsFormProps = {
  readonly action: EditAction;
  readonly parts: readonly FormPart[];
  readonly words: EditWords;
  readonly rowsWords: RowsWords;
  readonly cancelHref: string;
};

/**
 * A form of the administration with lists whose rows are added, moved and taken away. The server does that with what was typed, so that it
 * works without script too and nothing is lost; the focus stays with what was moved.
 */
export function RowsForm({ action, parts, words, rowsWords, cancelHref }: RowsFormProps) {
  const [state, submit] = useActionState(action, freshEdit);
  useEffect(() => {
    if (state.focus !== null) document.getElementById(state.focus)?.focus();
  }, [state]);
  return (
    <form
      action={submit}
      noValidate
      // What has the focus is never under the buttons that stay in sight.
      className="grid gap-6 [&_:is(input,textarea,select,button,fieldset)]:scroll-mb-32"
    >
      {/* The first button is what Enter presses: it must not be one that moves a row. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
        {words.save}
      </button>
      <Problems state={state} fields={parts.flatMap((part) => namesOf(part, state))} title={words.wrong} />
      {parts.map((part) =>
        part.kind === 'group' ? (
          <Group key={part.group.key} group={part.group} state={state} />
        ) : (
          <Rows key={part.rows.key} list={part.rows} state={state} words={rowsWords} />
        ),
      )}
      <Buttons words={words} cancelHref={cancelHref} state={state} stay />
    </form>
  );
}

function namesOf(part: FormPart, { typed }: EditState): string[] {
  if (part.kind === 'group') return part.group.fields.map(({ name }) => name);
  const { key, fields, rows } = part.rows;
  const count = typed === null ? rows.length : rowsOf(typed, key).length;
  const inRows = Array.from({ length: count }, (_, index) =>
    fields.map(({ name }) => rowField(key, index, name)),
  );
  return [key, ...inRows.flat()];
}
