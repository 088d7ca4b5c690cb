import type { MouseEventHandler } from 'react';
import { classNames } from './class-names.ts';

export type Segment = {
  key: string;
  text: string;
  current?: boolean;
  href?: string;
  onClick?: MouseEventHandler;
};

/** A choice of a few views, side by side where there is room. */
export function Segments({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-wrap rounded-md border border-edge text-small">
      {segments.map(({ key, text, current, href, onClick }) => {
        const className = classNames(
          'inline-flex min-h-7.5 cursor-pointer items-center whitespace-nowrap rounded-[max(0px,calc(var(--radius-md)-1px))] px-2.5 no-underline',
          current ? 'bg-brand font-strong text-on-brand' : 'text-ink hover:bg-ground',
        );
        return href ? (
          <a key={key} href={href} aria-current={current ? 'true' : undefined} className={className}>
            {text}
          </a>
        ) : (
          <button
            key={key}
            type="button"
            aria-pressed={Boolean(current)}
            onClick={onClick}
            className={className}
          >
            {text}
          </button>
        );
      })}
    </fieldset>
  );
}
