'use client';

import { useActionState } from 'react';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { type EditAction, freshEdit } from '../edit-state.ts';

type RemoveFormProps = {
  readonly action: EditAction;
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  readonly busyText: string;
  /** What goes, for who hears the button alone. */
  readonly label: string;
};

/** A button that takes one line of a list away; nothing can be hit by that. */
export function RemoveForm({ action, fields, text, busyText, label }: RemoveFormProps) {
  const [state, submit] = useActionState(action, freshEdit);
  return (
    <form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton
        name="intent"
        value="save"
        look="underlined"
        icon={iconTrash}
        busyText={busyText}
        aria-label={label}
      >
        {text}
      </SubmitButton>
      {state.problem && <p role="alert">{state.problem}</p>}
    </form>
  );
}
