import { createElement } from 'react';
import { classNames } from './class-names.ts';
import type { IconShape } from './icon-shapes.ts';

export type IconProps = {
  shape: IconShape;
  /** Edge in CSS pixels; left out, it follows the density (22 for citizens, 18 at the seat). */
  size?: number;
  className?: string;
};

/** A drawing beside a word. It says nothing by itself, so it is hidden from assistive technology. */
export function Icon({ shape, size, className }: IconProps) {
  const measured = size === undefined ? undefined : { width: size, height: size };
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={classNames('icon', className)}
      style={measured && { ...measured, strokeWidth: size && size < 20 ? 2.1 : 1.9 }}
    >
      {shape.map(([tag, attributes]) =>
        createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
      )}
    </svg>
  );
}
