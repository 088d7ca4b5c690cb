import type { SelectHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { boxClasses, Field, type FieldTexts } from './field.tsx';
import { Icon } from './icon.tsx';
import { iconChevronDown } from './icons/chevron-down.ts';

export type SelectOption = { value: string; text: string };

export type SelectFieldProps = FieldTexts &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name' | 'className' | 'disabled' | 'children'> & {
    name: string;
    id?: string;
    className?: string;
    options: readonly SelectOption[];
  };

/** A choice out of many, with the browser's own list. */
export function SelectField({ name, id = name, className, options, ...props }: SelectFieldProps) {
  const { label, hint, error, optional, ...select } = props;
  return (
    <Field id={id} className={className} label={label} hint={hint} error={error} optional={optional}>
      {(wiring) => (
        <div className="relative">
          <select
            {...select}
            {...wiring}
            name={name}
            className={classNames(
              boxClasses(Boolean(error)),
              'appearance-none text-ellipsis pr-10 in-data-[density=seat]:pr-9',
            )}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))}
          </select>
          <Icon
            shape={iconChevronDown}
            className="pointer-events-none absolute inset-y-0 right-3 my-auto text-ink-2"
          />
        </div>
      )}
    </Field>
  );
}
