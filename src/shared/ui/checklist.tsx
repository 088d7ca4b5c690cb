import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconCircleCheck } from './icons/circle-check.ts';
import { iconCircleDashed } from './icons/circle-dashed.ts';
import { iconCircleX } from './icons/circle-x.ts';
import { iconTriangleExclamationPoint } from './icons/triangle-exclamation-point.ts';

export type ChecklistState = 'done' | 'open' | 'slow' | 'failed';

const states: Record<ChecklistState, { icon: IconShape; tone: string }> = {
  done: { icon: iconCircleCheck, tone: 'text-ok' },
  open: { icon: iconCircleDashed, tone: 'text-warn' },
  slow: { icon: iconTriangleExclamationPoint, tone: 'text-warn' },
  failed: { icon: iconCircleX, tone: 'text-danger' },
};

export type ChecklistItem = {
  key: string;
  title: ReactNode;
  /** Why, or how far it is. */
  detail?: ReactNode;
  /** Left out: something to lay ready, with an icon of its own. */
  state?: ChecklistState;
  icon?: IconShape;
  /** The state in a word at the end of the line ("Werkt"). */
  value?: string;
  /** A meter, a link, a button under it. */
  extra?: ReactNode;
};

export type ChecklistProps = {
  items: readonly ChecklistItem[];
  heading?: 'h2' | 'h3' | 'h4' | 'p';
  className?: string;
};

/** What to lay ready, what is ready, what was tested: icon, title, words. Put it in a `<Card list>` or on the ground. */
export function Checklist({ items, heading: Heading = 'h3', className }: ChecklistProps) {
  return (
    <ul className={classNames('divide-y divide-line', className)}>
      {items.map((item) => {
        const look = item.state && states[item.state];
        const icon = item.icon ?? look?.icon;
        return (
          <li
            key={item.key}
            className="flex gap-3.5 py-3.75 in-data-[density=seat]:gap-2.5 in-data-[density=seat]:py-2"
          >
            {icon && (
              <Icon
                shape={icon}
                className={classNames('size-6! in-data-[density=seat]:size-5!', look?.tone ?? 'text-brand')}
              />
            )}
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-baseline justify-between gap-x-2">
                <Heading className="text-h3 in-data-[density=seat]:font-seat">{item.title}</Heading>
                {item.value && (
                  <span className={classNames('text-small font-semibold whitespace-nowrap', look?.tone)}>
                    {item.value}
                  </span>
                )}
              </div>
              {item.detail && <p className="mt-0.5 text-note text-ink-2">{item.detail}</p>}
              {item.extra}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
