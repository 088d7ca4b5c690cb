// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import seatKeys from '#shared/i18n/messages/nl/seatKeys.json' with { type: 'json' };
import { OwnShortcutsProvider } from '#shared/keyboard/own-shortcuts.tsx';
import type { OwnShortcuts } from '#shared/keyboard/shortcuts.ts';
import { usualAlerts } from '../alert-choices.ts';
import { KeyHint } from './key-hint.tsx';
import { type ShortcutActions, useShortcuts } from './shortcuts.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

afterEach(cleanup);

const act = vi.fn<(action: string) => void>();
const kept = vi.fn<(own: OwnShortcuts) => void>();
const actions: ShortcutActions = {
  admit: () => act('admit'),
  finish: () => act('finish'),
  availability: () => act('availability'),
  book: () => act('book'),
  search: () => act('search'),
  help: () => act('help'),
};

function Keys() {
  useShortcuts(actions);
  return (
    <p data-testid="hint">
      <KeyHint action="admit" />
    </p>
  );
}

/** The seat's keys, and the list in which they are chosen. */
function Desk({ isOpen }: { isOpen: boolean }) {
  const [shortcuts, setShortcuts] = useState<OwnShortcuts>({});
  const keepShortcuts = (own: OwnShortcuts) => {
    kept(own);
    setShortcuts(own);
  };
  return (
    <NextIntlClientProvider locale="nl" messages={{ seatKeys }} timeZone="Europe/Brussels">
      <OwnShortcutsProvider own={shortcuts}>
        <Keys />
        {isOpen && (
          <ShortcutsDialog
            preferences={{
              alerts: usualAlerts,
              shortcuts,
              keepAlerts: () => {},
              keepShortcuts,
              failed: false,
            }}
            onClose={() => {}}
          />
        )}
      </OwnShortcutsProvider>
    </NextIntlClientProvider>
  );
}

const press = (key: string, held: object = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...held });
const button = (name: string) => screen.getByRole('button', { name });

/** Opens the choice for letting in, and presses keys for it. */
function chooseForAdmit(key: string, held: object = {}) {
  fireEvent.click(button('Wijzigen De gekozen persoon toelaten'));
  press(key, held, button('Druk op de toetsen De gekozen persoon toelaten'));
}

describe('keys of one’s own', () => {
  test('work instead of the usual ones, and stand where keys are shown', () => {
    const { rerender } = render(<Desk isOpen />);
    chooseForAdmit('a', { altKey: true });
    expect(kept).toHaveBeenLastCalledWith({ admit: 'Alt+A' });
    rerender(<Desk isOpen={false} />);
    expect(screen.getByTestId('hint').textContent).toBe('Alt A');
    press('Enter', { ctrlKey: true });
    expect(act).not.toHaveBeenCalled();
    press('a', { altKey: true });
    expect(act).toHaveBeenLastCalledWith('admit');
  });

  test('are refused in words when they belong to something else, or are a letter alone; Esc leaves it as it was', () => {
    render(<Desk isOpen />);
    kept.mockClear();
    chooseForAdmit('k', { ctrlKey: true });
    expect(screen.getByText('Deze toetsen zijn al voor: Zoeken wie er belt.')).toBeDefined();
    press('x', {}, button('Druk op de toetsen De gekozen persoon toelaten'));
    expect(screen.getByText(/^Neem Ctrl, Alt of een functietoets erbij/)).toBeDefined();
    press('Escape', {}, button('Druk op de toetsen De gekozen persoon toelaten'));
    expect(button('Wijzigen De gekozen persoon toelaten')).toBeDefined();
    expect(kept).not.toHaveBeenCalled();
  });

  test('can be switched off, and put back one by one or all at once', () => {
    render(<Desk isOpen />);
    fireEvent.click(button('Uitzetten De gekozen persoon toelaten'));
    expect(kept).toHaveBeenLastCalledWith({ admit: null });
    expect(screen.getByTestId('hint').textContent).toBe('');
    fireEvent.click(button('Uitzetten Zoeken wie er belt'));
    fireEvent.click(button('Terugzetten De gekozen persoon toelaten'));
    expect(kept).toHaveBeenLastCalledWith({ search: null });
    fireEvent.click(button('Alle sneltoetsen terugzetten'));
    expect(kept).toHaveBeenLastCalledWith({});
  });
});

describe('the keys of the seat', () => {
  test('rest while a layer is open, and leave Enter to the text box that has the focus', () => {
    const { rerender } = render(<Desk isOpen />);
    act.mockClear();
    press('k', { ctrlKey: true }, button('Wijzigen Zoeken wie er belt'));
    expect(act).not.toHaveBeenCalled();
    rerender(<Desk isOpen={false} />);
    const box = document.body.appendChild(document.createElement('textarea'));
    press('Enter', { ctrlKey: true }, box);
    expect(act).not.toHaveBeenCalled();
    press('k', { ctrlKey: true }, box);
    expect(act).toHaveBeenLastCalledWith('search');
    box.remove();
  });
});
