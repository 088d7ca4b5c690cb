import { createElement } from 'react';
import { classNames } from './class-names.ts';
import type { IconShape } from './icon-shape.ts';

export type IconProps = {
  shape: IconShape;
  /** Edge in CSS pixels at the usual text size; left out, it follows the density (22 for citizens, 18 at the seat). */
  size?: number;
  className?: string;
};

/** A drawing beside a word. It says nothing by itself, so it is hidden from assistive technology. */
export function Icon({ shape, size, className }: IconProps) {
  const edge = size === undefined ? undefined : `${size / 16}rem`;
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      className={classNames('icon', className)}
      style={edge ? { width: edge, height: edge, strokeWidth: (size ?? 24) < 20 ? 2.1 : 1.9 } : undefined}
    >
      {shape.map(([tag, attributes]) =>
        createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
      )}
    </svg>
  );
}
