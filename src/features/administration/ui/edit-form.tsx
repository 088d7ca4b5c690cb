'use client';

import {
  type FormEventHandler,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
} from 'react';
import { classNames } from '#shared/ui/class-names.ts';
import { type EditAction, type FieldGroup, freshEdit } from '../edit-state.ts';
import { Buttons, type EditWords, Group, Problems } from './edit-parts.tsx';
import { EffectBox } from './effect-box.tsx';

type EditFormProps = {
  readonly action: EditAction;
  readonly groups: readonly FieldGroup[];
  readonly words: EditWords;
  readonly cancelHref: string;
  /** Shows the effect after every change, without a press. */
  readonly looksAhead?: boolean;
  readonly children?: ReactNode;
};

/** A form of the administration: shows what a change does before it is saved, and names whom it hits. */
export function EditForm({ action, groups, words, cancelHref, looksAhead, children }: EditFormProps) {
  const [state, submit] = useActionState(action, freshEdit);
  const hasHits = (state.effect?.hits.length ?? 0) > 0;
  const ahead = useLookAhead(looksAhead === true, submit);
  const form = useFocusInSight(hasHits);
  return (
    <form
      ref={form}
      action={submit}
      noValidate
      onChange={ahead.look}
      onSubmit={ahead.stop}
      className={classNames(
        'grid gap-5',
        // What has the focus is never under the appointments and buttons that stay in sight.
        hasHits && '[&_:is(input,textarea,select)]:scroll-mb-[55dvh]',
      )}
    >
      <Problems
        state={state}
        fields={groups.flatMap((group) => group.fields.map(({ name }) => name))}
        title={words.wrong}
      />
      {groups.map((group) => (
        <Group key={group.key} group={group} state={state} />
      ))}
      <p role="status" className="sr-only">
        {Object.values(state.noticed).join(' ')}
      </p>
      {children}
      {state.effect && <EffectBox effect={state.effect} words={words.effect} />}
      {state.confirmed !== null && <input type="hidden" name="confirmed" value={state.confirmed} />}
      <Buttons words={words} cancelHref={cancelHref} state={state} />
    </form>
  );
}

/** Where somebody types is not covered by the appointments that appear under it. */
function useFocusInSight(hasHits: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const typing = document.activeElement;
    if (hasHits && form.current?.contains(typing)) typing?.scrollIntoView({ block: 'nearest' });
  }, [hasHits]);
  return form;
}

const pauseMilliseconds = 400;

/** Sends what stands in the form for a look at its effect, once the typing pauses; not after it was sent for good. */
function useLookAhead(on: boolean, submit: (form: FormData) => void) {
  const timer = useRef<number>(undefined);
  const stop = () => window.clearTimeout(timer.current);
  const look: FormEventHandler<HTMLFormElement> = (event) => {
    if (!on) return;
    const form = event.currentTarget;
    stop();
    timer.current = window.setTimeout(() => {
      const sent = new FormData(form);
      sent.set('intent', 'ahead');
      startTransition(() => submit(sent));
    }, pauseMilliseconds);
  };
  return { look, stop };
}
