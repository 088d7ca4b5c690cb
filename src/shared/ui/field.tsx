import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { iconCircleExclamationPoint } from './icons/circle-exclamation-point.ts';

export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode;
  /** The same words as in the error summary. */
  error?: string;
  /** "(optioneel)", for what may be left out. */
  optional?: string;
};

/** What a control must carry to belong to its label, hint and error. */
export type ControlWiring = {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

/** The ids of a field's parts; the error summary links to `id`. */
export function wireField(id: string, texts: Pick<FieldTexts, 'hint' | 'error'>): ControlWiring {
  const described = [texts.hint && `${id}-description`, texts.error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': texts.error ? true : undefined,
  };
}

/** The box of an input, a text area or a select. */
export function boxClasses(invalid: boolean): string {
  return classNames(
    'block w-full min-h-(--field-height) rounded-md bg-surface px-3.5 text-ink border-(length:--control-edge)',
    'text-(length:--text-body) leading-6 placeholder:text-ink-3 in-data-[density=seat]:px-2.5',
    invalid ? 'border-danger' : 'border-edge',
  );
}

/** The line in words under a label when something is wrong. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="mt-1 flex gap-2 text-note font-strong text-danger">
      <Icon shape={iconCircleExclamationPoint} className="mt-0.75" size={20} />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-description`} className="text-small text-ink-2">
      {children}
    </p>
  );
}

export type FieldProps = FieldTexts & {
  id: string;
  className?: string;
  /** Draws the control, with what ties it to its label. */
  children: (wiring: ControlWiring) => ReactNode;
};

/** Label, hint, error and, under them, one control. */
export function Field({ id, label, hint, error, optional, className, children }: FieldProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="block font-bold">
        {label} {optional && <span className="font-normal text-ink-2">{optional}</span>}
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {error && <FieldError id={id}>{error}</FieldError>}
      <div className="mt-1.5">{children(wireField(id, { hint, error }))}</div>
    </div>
  );
}
