'use client';

import { useShortcutKeys } from '#shared/keyboard/own-shortcuts.tsx';
import type { ShortcutAction } from '#shared/keyboard/shortcuts.ts';
import { Kbd } from '#shared/ui/kbd.tsx';
import { useKeyWords } from './use-key-words.ts';

/** The keys that do the same, as the clerk chose them; nothing when they are switched off. */
export function KeyHint({ action }: { action: ShortcutAction }) {
  const keys = useShortcutKeys()[action];
  const words = useKeyWords()(keys);
  return words.length === 0 ? null : <Kbd>{words.join(' ')}</Kbd>;
}
