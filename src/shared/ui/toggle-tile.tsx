import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type ToggleTileProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'disabled'> & {
  icon: IconShape;
  /** Says how it stands: "Microfoon aan". */
  word: string;
  detail?: ReactNode;
  on: boolean;
};

/** A switch for microphone or camera before the conversation. */
export function ToggleTile({ icon, word, detail, on, className, ...rest }: ToggleTileProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        'flex min-h-14 cursor-pointer items-center gap-2 rounded-md border border-edge bg-surface px-3 py-2 text-left text-small leading-5 font-semibold',
        className,
      )}
    >
      <Icon shape={icon} size={22} className={on ? 'text-ok' : 'text-ink-2'} />
      <span className="min-w-0">
        {word}
        {detail && <span className="block text-least font-normal text-ink-2">{detail}</span>}
      </span>
    </button>
  );
}
