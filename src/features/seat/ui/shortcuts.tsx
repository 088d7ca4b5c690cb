'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Kbd } from '#shared/ui/kbd.tsx';

export type ShortcutActions = {
  readonly admit: () => void;
  readonly finish: () => void;
  /** Book for somebody on the telephone. */
  readonly book: () => void;
  /** Find whoever phones. */
  readonly search: () => void;
  /** Pause, or open again. */
  readonly availability: () => void;
  readonly help: () => void;
};

/** The keys that work anywhere on the seat. In a text box Ctrl+Enter belongs to that box; with a layer open they rest. */
export function useShortcuts(actions: ShortcutActions): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actionOf(event, newest.current);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function actionOf(event: KeyboardEvent, actions: ShortcutActions): (() => void) | null {
  const { admit, finish, book, search, availability, help } = actions;
  if (event.key === 'F6' && !isIn(event.target, '[data-columns]')) return focusFirstRegion;
  if (!event.ctrlKey || event.altKey || event.metaKey || isIn(event.target, '[role="dialog"]')) return null;
  if (event.key === '/') return help;
  if (event.key.toLowerCase() === 'b' && !event.shiftKey) return book;
  if (event.key.toLowerCase() === 'k' && !event.shiftKey) return search;
  if (event.key === 'Enter' && !event.shiftKey && !isIn(event.target, 'input, textarea, select'))
    return admit;
  if (!event.shiftKey) return null;
  if (event.key.toLowerCase() === 'o') return availability;
  return event.key.toLowerCase() === 'e' ? finish : null;
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function focusFirstRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  regions.find((region) => region.checkVisibility())?.focus();
}

/** All keys of the seat in one list. */
export function ShortcutsHelp({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const t = useTranslations('seat.shortcuts');
  const keys = useTranslations('seat.keys');
  const [ctrl, shift, enter] = [keys('ctrl'), keys('shift'), keys('enter')];
  const rows = [
    { what: t('admit'), combination: [ctrl, enter] },
    { what: t('microphone'), combination: [ctrl, 'D'] },
    { what: t('camera'), combination: [ctrl, 'E'] },
    { what: t('finish'), combination: [ctrl, shift, 'E'] },
    { what: t('book'), combination: [ctrl, 'B'] },
    { what: t('search'), combination: [ctrl, 'K'] },
    { what: t('availability'), combination: [ctrl, shift, 'O'] },
    { what: t('nextRegion'), combination: ['F6'] },
    { what: t('previousRegion'), combination: [shift, 'F6'] },
    { what: t('moveInList'), combination: [keys('arrows')] },
    { what: t('open'), combination: [enter] },
    { what: t('help'), combination: [ctrl, '/'] },
    { what: t('closeLayer'), combination: [keys('escape')] },
  ];
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t('title')} closeText={t('close')}>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('action')}</th>
            <th scope="col">{t('keys')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, combination }) => (
            <tr key={what} className="border-t border-line">
              <td className="py-1.5 pr-4">{what}</td>
              <td className="py-1.5 whitespace-nowrap">
                {combination.map((key) => (
                  <span key={key} className="mr-1">
                    <Kbd>{key}</Kbd>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
