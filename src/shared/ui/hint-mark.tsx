'use client';

import { useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconTriangleExclamationPoint } from './icons/triangle-exclamation-point.ts';

export type HintMarkProps = {
  icon: IconShape;
  /** What the drawing says: read aloud where it stands, and shown on hover and on focus of the row around it. */
  text: string;
  tone?: 'ok' | 'warn' | 'danger' | 'quiet';
  /** Something beside it is wrong: a sign of its own says so. */
  warning?: boolean;
};

const tones = { ok: 'text-ok', warn: 'text-warn', danger: 'text-danger', quiet: 'text-ink-3' } as const;

/** A drawing with words behind it, in a row that is a button (`group/row`). Esc takes the words away (WCAG 2.2, 1.4.13). */
export function HintMark({ icon, text, tone = 'quiet', warning }: HintMarkProps) {
  const [hidden, hide] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Any other key may have moved the focus: the words are wanted again.
      hide(event.key === 'Escape');
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering shows what is read aloud anyway
    <span
      className={classNames('group/hint relative inline-flex align-[-0.2em]', tones[tone])}
      onMouseEnter={() => hide(false)}
    >
      <Icon shape={icon} size={17} />
      {warning && <Icon shape={iconTriangleExclamationPoint} size={13} className="text-warn" />}
      <span className="sr-only">{text}</span>
      <span
        aria-hidden="true"
        className={classNames(
          'absolute top-full right-0 z-menu hidden w-max max-w-52 rounded-sm bg-ink px-2 py-1 text-left text-small font-normal text-surface shadow-float',
          !hidden && 'group-hover/hint:block group-focus-visible/row:block',
        )}
      >
        {text}
      </span>
    </span>
  );
}
