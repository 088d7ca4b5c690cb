'use client';

import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { type ButtonLook, buttonClasses } from './button-classes.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconChevronDown } from './icons/chevron-down.ts';

export type MenuEntry = {
  id: string;
  text: string;
  detail?: string;
  icon?: IconShape;
  /** Ends or deletes something. */
  danger?: boolean;
  href?: string;
};

export type MenuProps = {
  /** What the button says; with `icon` alone it is its name for assistive technology. */
  label: string;
  icon?: IconShape;
  /** A button with a drawing only. */
  iconOnly?: boolean;
  look?: ButtonLook;
  start?: ReactNode;
  entries: readonly MenuEntry[];
  onChoose?: (id: string) => void;
  className?: string;
};

const trigger =
  'inline-grid size-9 flex-none cursor-pointer place-items-center rounded-md border border-edge bg-surface text-ink';

/** A button that opens a list of actions: arrows, typing ahead, Esc; the focus returns to the button. */
export function Menu({
  label,
  icon,
  iconOnly,
  look = 'secondary',
  start,
  entries,
  onChoose,
  className,
}: MenuProps) {
  const id = useId();
  return (
    <MenuTrigger>
      <Button
        aria-label={iconOnly ? label : undefined}
        className={iconOnly ? classNames(trigger, className) : buttonClasses(look, { className })}
      >
        {start}
        {icon && <Icon shape={icon} />}
        {!iconOnly && label}
        {!iconOnly && <Icon shape={iconChevronDown} size={16} />}
      </Button>
      <Popover
        data-density="seat"
        className="z-menu min-w-52 animate-panel rounded-md border border-line bg-surface py-1 text-ink shadow-float"
      >
        <AriaMenu
          id={id}
          onAction={onChoose && ((key) => onChoose(String(key)))}
          className="max-h-[70dvh] overflow-y-auto outline-none"
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              href={entry.href}
              textValue={entry.text}
              className={classNames(
                'ring-inside flex min-h-9 cursor-pointer items-center gap-2.5 px-3.5 py-1.5 no-underline data-focused:bg-brand-tint',
                entry.danger ? 'text-danger' : 'text-ink',
              )}
            >
              {entry.icon && <Icon shape={entry.icon} size={18} />}
              <span className="min-w-0">
                {entry.text}
                {entry.detail && <span className="block text-small text-ink-2">{entry.detail}</span>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
