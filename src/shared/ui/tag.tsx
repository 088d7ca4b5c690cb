import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type TagTone = 'ok' | 'warn' | 'danger' | 'info' | 'neutral' | 'lamp';

const tones: Record<TagTone, string> = {
  ok: 'bg-ok-tint text-ok',
  warn: 'bg-warn-tint text-warn',
  danger: 'bg-danger-tint text-danger',
  info: 'bg-info-tint text-info',
  neutral: 'bg-ground text-ink-2',
  lamp: 'bg-lamp text-on-lamp',
};

export type TagProps = { children: ReactNode; tone?: TagTone; icon?: IconShape; className?: string };

/** A state in a word or two, with its icon. `lamp` only for what waits for the reader, now. */
export function Tag({ children, tone = 'neutral', icon, className }: TagProps) {
  return (
    <span
      className={classNames(
        'inline-flex max-w-full items-center gap-1.25 rounded-tag forced-colors:border px-1.75 py-0.25 text-[0.875rem] leading-5 font-medium',
        tones[tone],
        className,
      )}
    >
      {icon && <Icon shape={icon} size={15} />}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
