import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'disabled'> & {
  icon: IconShape;
  /** What it does, and the key that does the same; also shown as a tip. */
  label: string;
  /** With an edge, beside buttons that have one. */
  edged?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** A button with a drawing only: for the seat's bar, where the place is learnt. Citizens get words. */
export function IconButton({ icon, label, edged, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={classNames(
        'inline-grid size-9 flex-none cursor-pointer place-items-center rounded-md text-ink-2 hover:bg-ground',
        edged && 'border border-edge bg-surface text-ink',
        className,
      )}
    >
      <Icon shape={icon} size={19} />
    </button>
  );
}
