import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { iconCheck } from './icons/check.ts';

type TickButtonProps = {
  name: string;
  value: string;
  checked: boolean;
  children: ReactNode;
};

/** A check box that is its own submit button: each press is kept at once, with script and without. */
export function TickButton({ name, value, checked, children }: TickButtonProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input does not submit its form without script
    <button
      type="submit"
      role="checkbox"
      aria-checked={checked}
      name={name}
      value={value}
      className="inline-flex min-h-11 cursor-pointer items-center gap-3 rounded-sm py-1.5 text-left font-semibold text-brand"
    >
      <span
        className={classNames(
          'grid size-6 flex-none place-items-center rounded-[3px] border-2',
          checked ? 'border-brand bg-brand text-on-brand' : 'border-edge bg-surface',
        )}
      >
        {checked && <Icon shape={iconCheck} size={16} />}
      </span>
      <span className="min-w-0">{children}</span>
    </button>
  );
}
