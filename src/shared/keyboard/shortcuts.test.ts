import { describe, expect, it } from 'vitest';
import {
  actionOf,
  applyOwn,
  chooseKeys,
  combinationOf,
  defaultShortcuts,
  problemOf,
  shortcutActions,
} from './shortcuts.ts';

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const press = (key: string, held: Partial<typeof none> = {}) => ({ ...none, ...held, key });
const usual = applyOwn({});

describe('a combination of keys', () => {
  it('is what is pressed, whatever the keyboard makes of Shift', () => {
    expect(combinationOf(press('e', { ctrlKey: true }))).toBe('Control+E');
    expect(combinationOf(press('E', { ctrlKey: true, shiftKey: true }))).toBe('Control+Shift+E');
    // On a Belgian keyboard the slash needs Shift.
    expect(combinationOf(press('/', { ctrlKey: true, shiftKey: true }))).toBe('Control+/');
    expect(combinationOf(press('F6', { shiftKey: true }))).toBe('Shift+F6');
    expect(combinationOf(press(' ', { altKey: true }))).toBe('Alt+Space');
    expect(combinationOf(press('+', { ctrlKey: true }))).toBe('Control+Plus');
    expect(combinationOf(press('Control', { ctrlKey: true }))).toBeNull();
  });

  it('belongs to one action, the one that the clerk gave it to', () => {
    expect(actionOf(usual, press('Enter', { ctrlKey: true }))).toBe('admit');
    expect(actionOf(usual, press('Enter'))).toBeNull();
    expect(actionOf(usual, press('Enter', { ctrlKey: true, shiftKey: true }))).toBeNull();
    const own = applyOwn({ admit: 'Alt+A', search: null });
    expect(actionOf(own, press('a', { altKey: true }))).toBe('admit');
    expect(actionOf(own, press('Enter', { ctrlKey: true }))).toBeNull();
    expect(actionOf(own, press('k', { ctrlKey: true }))).toBeNull();
    expect(actionOf(own, press('Shift', { shiftKey: true }))).toBeNull();
  });
});

describe('a choice of keys', () => {
  it('starts from keys that could all be chosen, each for one action', () => {
    for (const action of shortcutActions) {
      expect([action, problemOf(usual, action, defaultShortcuts[action])]).toEqual([action, null]);
    }
  });

  it('needs a modifier, or a function key', () => {
    for (const key of ['A', '1', '/', 'Shift+A'])
      expect(problemOf(usual, 'admit', key)).toEqual({ code: 'needsModifier' });
    expect(problemOf(usual, 'admit', 'F8')).toBeNull();
    expect(problemOf(usual, 'admit', 'Alt+A')).toBeNull();
  });

  it('leaves alone what lists, text, browser and keyboards need', () => {
    const needed = [
      'Enter',
      'Escape',
      'Tab',
      'Shift+Tab',
      'ArrowDown',
      'Control+T',
      'Control+Shift+W',
      'Control+C',
    ];
    for (const key of [...needed, 'F5', 'Control+Alt+E'])
      expect([key, problemOf(usual, 'admit', key)]).toEqual([key, { code: 'reserved' }]);
  });

  it('tells whose keys they are already', () => {
    expect(problemOf(usual, 'admit', 'Control+K')).toEqual({ code: 'taken', by: 'search' });
    expect(problemOf(applyOwn({ search: null }), 'admit', 'Control+K')).toBeNull();
    expect(problemOf(usual, 'search', 'Control+K')).toBeNull();
  });

  it('is kept only where it differs from what is usual', () => {
    expect(chooseKeys({}, 'admit', 'Alt+A')).toEqual({ admit: 'Alt+A' });
    expect(chooseKeys({ admit: 'Alt+A' }, 'search', null)).toEqual({ admit: 'Alt+A', search: null });
    expect(chooseKeys({ admit: 'Alt+A' }, 'admit', undefined)).toEqual({});
    expect(chooseKeys({ admit: null }, 'admit', 'Control+Enter')).toEqual({});
  });
});
