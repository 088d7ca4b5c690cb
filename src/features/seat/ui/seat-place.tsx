'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';
import type { SeatId, StaffMemberId } from '#journey/ids.ts';
import { type FormOfAddress, type LocalizedText, localize } from '#journey/language.ts';
import type { MomentStyle } from '#shared/i18n/format-moment.ts';

/** Who sits where, and how the organisation speaks. */
export type SeatPlace = {
  readonly seatId: SeatId;
  readonly seatName: string;
  readonly clerkId: StaffMemberId;
  readonly clerkName: string;
  readonly organisationName: string;
  readonly formOfAddress: FormOfAddress;
};

const Place = createContext<SeatPlace | null>(null);

export function SeatPlaceProvider({ place, children }: { place: SeatPlace; children: ReactNode }) {
  return <Place value={place}>{children}</Place>;
}

export function useSeatPlace(): SeatPlace {
  const place = useContext(Place);
  if (place === null) throw new Error('The parts of the seat stand inside SeatPlaceProvider.');
  return place;
}

/** Writes moments by the organisation's clock, in the clerk's language. */
export function useMomentStyle(): MomentStyle {
  return { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
}

/** The organisation's own texts in the clerk's language. */
export function useLocalized(): (text: LocalizedText) => string {
  const language = useLocale();
  const { formOfAddress } = useSeatPlace();
  return (text) => localize(text, language, formOfAddress);
}

/** A citizen's name, or the word for who telephones and did not say it yet. */
export function useNameOf(): (who: { readonly citizenName: string }) => string {
  const t = useTranslations('seat.caller');
  return ({ citizenName }) => (citizenName === '' ? t('unknown') : citizenName);
}
