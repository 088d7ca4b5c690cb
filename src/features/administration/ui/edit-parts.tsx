'use client';

import { ButtonLink } from '#shared/ui/button.tsx';
import { classNames } from '#shared/ui/class-names.ts';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconPencil } from '#shared/ui/icons/pencil.ts';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import { iconUndo2 } from '#shared/ui/icons/undo-2.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { EditState, FieldGroup } from '../edit-state.ts';
import { EditField } from './edit-field.tsx';
import { type EffectBoxWords, HitList } from './effect-box.tsx';

export type EditWords = {
  /** Null where there is nothing to save, only something to take away. */
  readonly save: string | null;
  /** After the appointments that it hits were shown. */
  readonly saveAnyway: string;
  readonly preview: string;
  readonly remove?: string;
  readonly removeAnyway: string;
  readonly unsaved: string;
  readonly cancel: string;
  readonly busy: string;
  readonly wrong: string;
  readonly effect: EffectBoxWords;
};

type ProblemsProps = {
  readonly state: EditState;
  /** The names of the fields, in their order. */
  readonly fields: readonly string[];
  readonly title: string;
};

/** What is wrong, above a form. */
export function Problems({ state, fields, title }: ProblemsProps) {
  const problems = fields.flatMap((fieldId) => {
    const message = state.problems[fieldId];
    return message === undefined ? [] : [{ fieldId, message }];
  });
  return (
    <div className="grid gap-3 empty:hidden">
      {/* Not for what is said while somebody types: that must not take the focus. */}
      <ErrorSummary title={title} problems={problems} submission={state.version} />
      {state.problem && (
        <Notice kind="danger" role="alert">
          {state.problem}
        </Notice>
      )}
    </div>
  );
}

/** Fields that belong together, with what was typed in them. */
export function Group({ group, state }: { group: FieldGroup; state: EditState }) {
  const fields = group.fields.map((field) => (
    <EditField
      // What was typed comes back after a submit: an answer begins its fields anew.
      key={`${field.name} ${state.version}`}
      field={field}
      typed={state.typed === null ? undefined : (state.typed[field.name] ?? [])}
      error={state.noticed[field.name] ?? state.problems[field.name]}
    />
  ));
  const layout = group.beside ? 'grid items-end gap-4 sm:grid-cols-2' : 'grid gap-4';
  if (group.title === undefined) return <div className={layout}>{fields}</div>;
  return (
    <fieldset className="border-t border-line pt-4">
      <legend className="float-left mb-3 w-full text-h3">{group.title}</legend>
      <div className={`clear-both ${layout}`}>{fields}</div>
    </fieldset>
  );
}

type ButtonsProps = {
  readonly words: EditWords;
  readonly cancelHref: string;
  readonly state: EditState;
  /** Under a form that fills the page they stay in sight too. */
  readonly stay?: boolean;
};

/** Stays in sight under a long form, and so do the appointments that are hit, above it. What was seen to hit appointments is done by the same button, which then says so. */
export function Buttons({ words, cancelHref, state, stay }: ButtonsProps) {
  const anyway = state.confirmed === null ? null : state.asked;
  const hits = state.effect?.hits ?? [];
  return (
    <div
      className={classNames(
        stay && 'bg-surface',
        hits.length > 0 && 'bg-ground max-xl:[#edit_&]:-mx-5 max-xl:[#edit_&]:px-5',
        (stay || hits.length > 0) && 'sticky bottom-15 z-sticky border-t border-line py-3 sm:bottom-0',
        'flex flex-wrap items-center gap-x-4 gap-y-2 xl:[#edit_&]:sticky xl:[#edit_&]:bottom-0 xl:[#edit_&]:-mx-5 xl:[#edit_&]:border-t xl:[#edit_&]:border-line xl:[#edit_&]:bg-ground xl:[#edit_&]:px-5 xl:[#edit_&]:py-3',
      )}
    >
      {hits.length > 0 && <HitList hits={hits} words={words.effect} />}
      {state.effect && (
        <p className="flex w-full gap-2 font-semibold text-warn">
          <Icon shape={iconPencil} size={18} className="mt-0.5" />
          {words.unsaved}
        </p>
      )}
      {words.save !== null && (
        <SubmitButton name="intent" value="save" busyText={words.busy}>
          {anyway === 'save' ? words.saveAnyway : words.save}
        </SubmitButton>
      )}
      <noscript>
        <SubmitButton name="intent" value="preview" look="secondary" busyText={words.busy}>
          {words.preview}
        </SubmitButton>
      </noscript>
      {words.remove && (
        <SubmitButton name="intent" value="remove" look="danger" icon={iconTrash} busyText={words.busy}>
          {anyway === 'remove' ? words.removeAnyway : words.remove}
        </SubmitButton>
      )}
      <ButtonLink href={cancelHref} look="underlined" icon={iconUndo2}>
        {words.cancel}
      </ButtonLink>
    </div>
  );
}
