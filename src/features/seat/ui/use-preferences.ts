'use client';

import { useState } from 'react';
import type { OwnShortcuts } from '#shared/keyboard/shortcuts.ts';
import type { AlertChoices } from '../alert-kinds.ts';
import type { SeatPreferences } from '../preferences.ts';
import { sendPreferences } from './seat-requests.ts';

export type Preferences = SeatPreferences & {
  readonly keepAlerts: (alerts: AlertChoices) => void;
  readonly keepShortcuts: (shortcuts: OwnShortcuts) => void;
  /** The last choice holds here, and could not be kept. */
  readonly failed: boolean;
};

/** What the clerk chose for the seat. A choice holds at once, and is kept for every seat and browser. */
export function usePreferences(initial: SeatPreferences): Preferences {
  const [chosen, setChosen] = useState(initial);
  const [failed, setFailed] = useState(false);
  const keep = async (change: Partial<SeatPreferences>) => {
    setChosen((before) => ({ ...before, ...change }));
    const answer = await sendPreferences(change);
    setFailed(!answer.ok);
  };
  return {
    ...chosen,
    keepAlerts: (alerts) => void keep({ alerts }),
    keepShortcuts: (shortcuts) => void keep({ shortcuts }),
    failed,
  };
}
