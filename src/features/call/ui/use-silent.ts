'use client';

import { useEffect, useState } from 'react';
import type { ParticipantId } from '#journey/ids.ts';
import type { OtherPerson } from './people.ts';

/** When somebody comes in, their microphone is on its way for a moment: that is no sound turned off. */
const settleMilliseconds = 1_000;

/** Whose microphone is off, or not there at all. */
export function useSilent(others: readonly OtherPerson[]): ReadonlySet<ParticipantId> {
  const silent = others.filter(({ hasMicrophone }) => !hasMicrophone).map(({ id }) => id);
  const key = silent.join(' ');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), settleMilliseconds);
    return () => clearTimeout(timer);
  }, [key]);
  const lasting = settled.split(' ');
  return new Set(silent.filter((id) => lasting.includes(id)));
}
