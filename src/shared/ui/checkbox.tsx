import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldError, FieldHint, wireField } from './field.tsx';
import { Icon } from './icon.tsx';
import { iconCheck } from './icons/check.ts';

export type CheckboxProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'id' | 'name' | 'type' | 'disabled' | 'className'
> & { name: string; id?: string; label: ReactNode; hint?: ReactNode; error?: string; className?: string };

/** One statement to agree with. */
export function Checkbox({ name, id = name, label, hint, error, className, ...input }: CheckboxProps) {
  return (
    <div className={className}>
      {error && <FieldError id={id}>{error}</FieldError>}
      <label className="group/choice relative flex min-h-11 items-start gap-3 rounded-sm py-2 in-data-[density=seat]:min-h-8 in-data-[density=seat]:py-1">
        <input
          {...input}
          {...wireField(id, { hint, error })}
          type="checkbox"
          name={name}
          className="ring-from absolute inset-0 size-full cursor-pointer opacity-0"
        />
        <span className="grid size-6 flex-none place-items-center rounded-[3px] border-2 border-edge bg-surface [&>svg]:invisible group-has-checked/choice:[&>svg]:visible group-has-checked/choice:border-brand group-has-checked/choice:bg-brand group-has-checked/choice:text-on-brand in-data-[density=seat]:size-5">
          <Icon shape={iconCheck} size={16} />
        </span>
        <span className="min-w-0">{label}</span>
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
    </div>
  );
}
