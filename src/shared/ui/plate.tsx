import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type PlateProps = {
  children: ReactNode;
  icon?: IconShape;
  iconClassName?: string;
  small?: boolean;
  className?: string;
};

/** Words on a picture: on a dark plate, so that they can be read over anything. */
export function Plate({ children, icon, iconClassName, small, className }: PlateProps) {
  return (
    <span
      className={classNames(
        'flex max-w-full items-center rounded-tag bg-plate text-on-night',
        small
          ? 'gap-1 px-1.5 text-[0.8125rem] leading-5'
          : 'gap-1.75 px-2.5 py-0.75 text-[0.9375rem] leading-5.5',
        className,
      )}
    >
      {icon && <Icon shape={icon} size={small ? 14 : 17} className={iconClassName} />}
      <span className="flex min-w-0 flex-wrap items-center gap-x-1.75">{children}</span>
    </span>
  );
}
