import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { boxClasses, Field, type FieldTexts } from './field.tsx';
import { KeepTyped } from './keep-typed.tsx';

type Named = FieldTexts & {
  name: string;
  /** Left out, it is the name. */
  id?: string;
  className?: string;
};

const widths = {
  full: '',
  half: 'max-w-80',
  short: 'max-w-44',
  code: 'max-w-56 code tracking-[0.12em]',
} as const;

export type TextFieldProps = Named &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'className' | 'disabled' | 'width'> & {
    /** The width says how much is expected. */
    width?: keyof typeof widths;
    ref?: Ref<HTMLInputElement>;
  };

/** One line of text. */
export function TextField({ name, id = name, className, width = 'full', ...props }: TextFieldProps) {
  const { label, hint, error, optional, ...input } = props;
  return (
    <Field id={id} className={className} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <input
          type="text"
          {...input}
          {...wiring}
          name={name}
          className={classNames(boxClasses(Boolean(error)), widths[width])}
        />
      )}
    </Field>
  );
}

export type TextAreaProps = Named &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name' | 'className' | 'disabled'> & {
    ref?: Ref<HTMLTextAreaElement>;
  };

/** Several lines of text. */
export function TextArea({ name, id = name, className, rows = 4, ...props }: TextAreaProps) {
  const { label, hint, error, optional, ...area } = props;
  return (
    <Field id={id} className={className} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <>
          <KeepTyped id={id} />
          <textarea
            {...area}
            {...wiring}
            name={name}
            rows={rows}
            className={classNames(boxClasses(Boolean(error)), 'resize-y py-2.5 in-data-[density=seat]:py-2')}
          />
        </>
      )}
    </Field>
  );
}
