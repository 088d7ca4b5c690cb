import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconCircleCheck } from './icons/circle-check.ts';
import { iconCircleX } from './icons/circle-x.ts';
import { iconClockExclamationPoint } from './icons/clock-exclamation-point.ts';
import { iconInfo } from './icons/info.ts';
import { iconShieldCheck } from './icons/shield-check.ts';

export type NoticeKind = 'ok' | 'warn' | 'danger' | 'info' | 'neutral';

const looks: Record<NoticeKind, { box: string; mark: string; icon: IconShape }> = {
  ok: { box: 'bg-ok-tint', mark: 'text-ok', icon: iconCircleCheck },
  warn: { box: 'bg-warn-tint', mark: 'text-warn', icon: iconClockExclamationPoint },
  danger: { box: 'bg-danger-tint', mark: 'text-danger', icon: iconCircleX },
  info: { box: 'bg-brand-tint', mark: 'text-brand', icon: iconShieldCheck },
  neutral: { box: 'bg-surface border border-line', mark: 'text-ink-2', icon: iconInfo },
};

export type NoticeProps = {
  kind: NoticeKind;
  /** The bold first sentence. */
  title?: ReactNode;
  children?: ReactNode;
  icon?: IconShape;
  /** Makes the title a heading on a line of its own. */
  heading?: 'h2' | 'h3';
  /** A link or button at the end. */
  action?: ReactNode;
  /** `status` is read out when it changes, `alert` at once. */
  role?: 'status' | 'alert';
  className?: string;
};

/** A message that belongs to this place of the page. */
export function Notice({
  kind,
  title,
  children,
  icon,
  heading: Heading,
  action,
  role,
  className,
}: NoticeProps) {
  const look = looks[kind];
  return (
    <div
      role={role}
      className={classNames(
        'flex flex-wrap items-start gap-x-3 gap-y-1 rounded-md p-4 text-note forced-colors:border',
        'in-data-[density=seat]:gap-x-2.5 in-data-[density=seat]:px-3 in-data-[density=seat]:py-2',
        look.box,
        className,
      )}
    >
      <div className="flex min-w-0 flex-[1_1_14rem] gap-3 in-data-[density=seat]:gap-2.5">
        <Icon shape={icon ?? look.icon} className={classNames('mt-0.5', look.mark)} />
        <div className="min-w-0 flex-1">
          {title && (Heading ? <Heading className="text-h3">{title}</Heading> : <b>{title} </b>)}
          {children}
        </div>
      </div>
      {action && <div className="mt-1 ml-8.5 self-center sm:-my-1 sm:ml-auto">{action}</div>}
    </div>
  );
}
