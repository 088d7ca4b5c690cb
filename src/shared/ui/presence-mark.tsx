import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** next: the lamp; here: present; reconnecting: lost for a moment; away: not come yet. */
export type Presence = 'next' | 'here' | 'reconnecting' | 'away';

const shapes: Record<Presence, string> = {
  next: 'rounded-lamp bg-lamp ring-[1.5px] ring-lamp-edge',
  here: 'rounded-full bg-ok',
  reconnecting: 'rounded-full border-2 border-danger',
  away: 'rounded-full border-2 border-edge',
};

/** The bare mark; whoever uses it puts the words beside it. */
export function PresenceDot({ presence, className }: { presence: Presence; className?: string }) {
  const size = presence === 'next' ? 'size-3' : 'size-2.5';
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'inline-block flex-none forced-color-adjust-none',
        size,
        shapes[presence],
        className,
      )}
    />
  );
}

/** Who is there: a mark and always the words. */
export function PresenceMark({ presence, children }: { presence: Presence; children: ReactNode }) {
  return (
    <span className={classNames('inline-flex items-center gap-2.5', presence === 'next' && 'font-bold')}>
      <PresenceDot presence={presence} />
      <span>{children}</span>
    </span>
  );
}
