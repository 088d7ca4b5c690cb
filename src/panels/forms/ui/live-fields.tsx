'use client';

import { type FocusEvent, type FormEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { controlName } from '../sent-step.ts';
import { controlOf } from './field-sender.ts';
import type { HeldForm } from './use-form-session.ts';

type LiveFieldsProps = HeldForm & { readonly step: string; readonly children: ReactNode };

/** Around the fields of a step: what is filled in goes to the other one as it is typed, and what they fill in comes into the fields. */
export function LiveFields({ session, snapshot, step, children }: LiveFieldsProps) {
  const around = useRef<HTMLDivElement>(null);
  const rows = snapshot.form?.rows[step];
  useLayoutEffect(() => {
    for (const [index, row] of (rows ?? []).entries())
      for (const [name, values] of Object.entries(row))
        if (!session.isOwn(controlOf({ step, row: index, name })))
          putIn(around.current, controlName(index, name), values);
  }, [rows, session, step]);

  const tell = (target: EventTarget, isLeft: boolean) => {
    const place = placeOf(target);
    if (place === null || around.current === null) return;
    const field = { step, ...place };
    if (isLeft && !session.isOwn(controlOf(field))) return;
    const caret = isLeft ? null : caretOf(target);
    session.type({ ...field, values: valuesOf(around.current, controlName(place.row, place.name)), caret });
  };
  const go = ({ target }: FocusEvent) => {
    const place = placeOf(target);
    session.go({ step, control: place && controlName(place.row, place.name) });
  };
  const leave = ({ target, currentTarget, relatedTarget }: FocusEvent) => {
    tell(target, true);
    if (!currentTarget.contains(relatedTarget)) session.go({ step, control: null });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the fields in it, and does nothing by itself
    <div
      ref={around}
      className="contents"
      onInput={({ target }: FormEvent) => tell(target, false)}
      onFocus={go}
      onBlur={leave}
    >
      {children}
    </div>
  );
}

type Control = HTMLInputElement | HTMLTextAreaElement;

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function placeOf(target: EventTarget): { readonly row: number; readonly name: string } | null {
  const [, row, name] = (isControl(target) && /^(\d{1,2})\.(.+)$/.exec(target.name)) || [];
  return row === undefined || name === undefined ? null : { row: Number(row), name };
}

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox';

/** Null in what has no text to type in. */
function caretOf(target: EventTarget): number | null {
  return isControl(target) && !isChoice(target) ? target.selectionStart : null;
}

function controlsOf(around: Element | null, name: string): readonly Control[] {
  return [...(around?.querySelectorAll(`[name="${CSS.escape(name)}"]`) ?? [])].filter(isControl);
}

function valuesOf(around: Element, name: string): string[] {
  return controlsOf(around, name)
    .filter((control) => !isChoice(control) || control.checked)
    .map(({ value }) => value);
}

function putIn(around: Element | null, name: string, values: readonly string[]): void {
  for (const control of controlsOf(around, name))
    if (isChoice(control)) control.checked = values.includes(control.value);
    else if (keptOf(control.value) !== (values[0] ?? '')) control.value = values[0] ?? '';
}

/** A text as the server keeps it: a space at its end is one that is being typed. */
const keptOf = (typed: string): string => typed.normalize('NFC').trim();
