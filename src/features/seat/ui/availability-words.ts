'use client';

import { useTranslations } from 'next-intl';
import type { Availability } from '#journey/availability.ts';
import type { Presence } from '#shared/ui/presence-mark.tsx';

/** What a seat is doing, in words, and the mark that stands before them. */
export function useAvailabilityWords(): (
  availability: Availability,
  isSpeaking: boolean,
) => { readonly presence: Presence; readonly text: string } {
  const t = useTranslations('availability');
  return (availability, isSpeaking) => {
    const state = stateWords(t, availability);
    if (isSpeaking) {
      const text = availability.state === 'open' ? t('speaking') : t('speakingThen', { state });
      return { presence: 'here', text };
    }
    return { presence: availability.state === 'open' ? 'here' : 'away', text: state };
  };
}

function stateWords(
  t: ReturnType<typeof useTranslations<'availability'>>,
  availability: Availability,
): string {
  if (availability.state !== 'paused') return t(availability.state);
  return availability.reason === 'other' ? availability.words : t(`reasons.${availability.reason}`);
}
