import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { type ButtonLook, buttonClasses } from './button-classes.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconLoaderCircle } from './icons/loader-circle.ts';
import { Kbd } from './kbd.tsx';

type Common = {
  children: ReactNode;
  look?: ButtonLook;
  icon?: IconShape;
  iconAfter?: IconShape;
  /** Takes the whole width of its place. */
  wide?: boolean;
};

export type ButtonProps = Common &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> & {
    /** Words shown while the press is being worked on; a busy button submits nothing and calls nothing. */
    busyText?: string;
    busy?: boolean;
    /** The key that does the same, as it is printed on the keyboard. */
    keys?: string;
    ref?: Ref<HTMLButtonElement>;
  };

/** A button. It is never disabled: what is missing is said after the press. */
export function Button({
  children,
  look = 'primary',
  icon,
  iconAfter,
  wide,
  busy = false,
  busyText,
  keys,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      onClick={busy ? undefined : onClick}
      aria-busy={busy || undefined}
      className={buttonClasses(look, { wide, className })}
    >
      {busy ? <Icon shape={iconLoaderCircle} className="animate-turn" /> : icon && <Icon shape={icon} />}
      <span className="min-w-0">{busy ? (busyText ?? children) : children}</span>
      {!busy && iconAfter && <Icon shape={iconAfter} />}
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  );
}

export type ButtonLinkProps = Common &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'children' | 'href'> & { href: string };

/** A link that looks like a button. */
export function ButtonLink({
  children,
  look = 'primary',
  icon,
  iconAfter,
  wide,
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className={buttonClasses(look, { wide, className })}>
      {icon && <Icon shape={icon} />}
      <span className="min-w-0">{children}</span>
      {iconAfter && <Icon shape={iconAfter} />}
    </a>
  );
}
