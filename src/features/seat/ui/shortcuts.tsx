'use client';

import { useEffect, useRef } from 'react';
import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import { actionOf, type ShortcutAction, type Shortcuts } from '#shared/keyboard/shortcuts.ts';

/** Microphone and camera belong to the call. */
export type ShortcutActions = Readonly<
  Record<Exclude<ShortcutAction, 'microphone' | 'camera' | 'nextRegion' | 'previousRegion'>, () => void>
>;

/** The keys that work anywhere on the seat. In a text box Enter belongs to that box; with a layer open they rest. */
export function useShortcuts(actions: ShortcutActions): void {
  const keys = useShortcutKeys();
  const newest = useRef({ actions, keys });
  useEffect(() => {
    newest.current = { actions, keys };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actFor(event, newest.current.keys, newest.current.actions);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function actFor(event: KeyboardEvent, keys: Shortcuts, actions: ShortcutActions): (() => void) | null {
  const action = actionOf(keys, event);
  if (action === null || action === 'microphone' || action === 'camera') return null;
  // Inside the columns, the columns themselves know where the focus is.
  if (action === 'nextRegion' || action === 'previousRegion')
    return isIn(event.target, '[data-columns]') ? null : focusFirstRegion;
  if (isIn(event.target, '[role="dialog"], [role="alertdialog"]')) return null;
  if (event.key === 'Enter' && isIn(event.target, 'input, textarea, select')) return null;
  return actions[action];
}

/** Which way the keys lead from one region of the seat to another; null for other keys. */
export function useRegionStep(): (event: Parameters<typeof actionOf>[1]) => 1 | -1 | null {
  const keys = useShortcutKeys();
  return (event) => {
    const action = actionOf(keys, event);
    if (action === 'nextRegion') return 1;
    return action === 'previousRegion' ? -1 : null;
  };
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function focusFirstRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  regions.find((region) => region.checkVisibility())?.focus();
}
