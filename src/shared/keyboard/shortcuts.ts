/** The keys of the seat and what each clerk made of them. A combination is written as `aria-keyshortcuts` is: "Control+Shift+E". */

export const defaultShortcuts = {
  admit: 'Control+Enter',
  microphone: 'Control+D',
  camera: 'Control+E',
  finish: 'Control+Shift+E',
  availability: 'Control+Shift+O',
  book: 'Control+B',
  search: 'Control+K',
  nextRegion: 'F6',
  previousRegion: 'Shift+F6',
  help: 'Control+/',
} as const;

export type ShortcutAction = keyof typeof defaultShortcuts;
export const shortcutActions = Object.keys(defaultShortcuts) as readonly ShortcutAction[];

/** What a clerk chose: other keys, or none (null). What is left out keeps its own. */
export type OwnShortcuts = Readonly<Partial<Record<ShortcutAction, string | null>>>;
export type Shortcuts = Readonly<Record<ShortcutAction, string | null>>;

/** Every action with the keys that work for it. */
export function applyOwn(own: OwnShortcuts): Shortcuts {
  return { ...defaultShortcuts, ...own };
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

const modifiers = new Set([
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Fn',
  'Dead',
  'Process',
]);

/** The combination that is being pressed; null while there are modifiers only. */
export function combinationOf({ key, ctrlKey, altKey, shiftKey, metaKey }: Press): string | null {
  if (modifiers.has(key)) return null;
  const name = key === ' ' ? 'Space' : key === '+' ? 'Plus' : key.length === 1 ? key.toUpperCase() : key;
  // What Shift makes of a key is in the key itself, except with letters and named keys.
  const isShifted = shiftKey && (name.length > 1 || name.toUpperCase() !== name.toLowerCase());
  return [ctrlKey && 'Control', altKey && 'Alt', isShifted && 'Shift', metaKey && 'Meta', name]
    .filter(Boolean)
    .join('+');
}

/** The action whose keys these are; null when they are nobody's. */
export function actionOf(shortcuts: Shortcuts, press: Press): ShortcutAction | null {
  const pressed = combinationOf(press);
  return shortcutActions.find((action) => pressed !== null && shortcuts[action] === pressed) ?? null;
}

/** Why keys cannot be chosen. */
export type ShortcutProblem =
  /** A letter, digit or sign alone would be typed by accident or by voice (WCAG 2.2, 2.1.4). */
  | { readonly code: 'needsModifier' }
  /** The browser, the system or every list and dialog uses it. */
  | { readonly code: 'reserved' }
  | { readonly code: 'taken'; readonly by: ShortcutAction };

/** Closing windows and tabs is the browser's alone; copying and the like belong to text. */
const reservedKeys =
  /^(Control|Meta)\+(Shift\+)?[NTWQ]$|^(Control|Meta)\+[ACVXZLRP]$|^(Alt\+)(F4|Tab|ArrowLeft|ArrowRight)$|^F(1|5|11|12)$/;
const neededEverywhere = new Set(['Enter', 'Escape', 'Tab', 'Space', 'Backspace', 'Delete', 'Home', 'End']);

/** Whether an action may have these keys. @returns null when it may */
export function problemOf(
  shortcuts: Shortcuts,
  action: ShortcutAction,
  combination: string,
): ShortcutProblem | null {
  const keys = combination.split('+');
  const key = keys.at(-1) ?? '';
  const hasModifier = keys.some((each) => each === 'Control' || each === 'Alt' || each === 'Meta');
  const isFunctionKey = /^F\d{1,2}$/.test(key);
  if (!hasModifier && !isFunctionKey) {
    const isNeeded = neededEverywhere.has(key) || key.startsWith('Arrow') || key.startsWith('Page');
    return { code: isNeeded ? 'reserved' : 'needsModifier' };
  }
  // With Control and Alt together many keyboards type a sign, such as € or @.
  if (keys.includes('Control') && keys.includes('Alt')) return { code: 'reserved' };
  if (reservedKeys.test(combination)) return { code: 'reserved' };
  const by = shortcutActions.find((other) => other !== action && shortcuts[other] === combination);
  return by === undefined ? null : { code: 'taken', by };
}

/** The own choice after one change. A choice of the usual keys is no choice. @param combination null switches it off; undefined goes back */
export function chooseKeys(
  own: OwnShortcuts,
  action: ShortcutAction,
  combination: string | null | undefined,
): OwnShortcuts {
  const { [action]: _before, ...others } = own;
  return combination === undefined || combination === defaultShortcuts[action]
    ? others
    : { ...others, [action]: combination };
}
