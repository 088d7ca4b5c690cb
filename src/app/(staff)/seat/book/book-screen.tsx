'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { searchServices } from '#features/catalogue/search-services.ts';
import type { CatalogueService } from '#features/catalogue/service.ts';
import type { Begun } from '#features/staff-booking/find-begun.ts';
import type { WayOn } from '#features/staff-booking/ui/booked-panel.tsx';
import type { SpokenLanguage } from '#features/staff-booking/ui/more-fields.tsx';
import { StaffBookingScreen } from '#features/staff-booking/ui/staff-booking.tsx';
import { type FormOfAddress, type Language, localize } from '#journey/language.ts';

type BookScreenProps = {
  /** In which the citizen is written to, unless the clerk says otherwise. */
  readonly language: Language;
  /** Of whom the clerk talks with, when it is for them. */
  readonly begun: Begun | null;
  readonly formOfAddress: FormOfAddress;
  readonly services: readonly CatalogueService[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  /** For which an interpreter can be asked. */
  readonly spoken: readonly SpokenLanguage[];
  readonly home: WayOn | null;
};

/** Brings together the catalogue's search and the screen to book on. */
export function BookScreen({ services, formOfAddress, ...rest }: BookScreenProps) {
  const reader = useLocale();
  const { offered, search } = useMemo(() => {
    const toOffered = ({ slug, name, durationMinutes, channels }: CatalogueService) => ({
      slug,
      name: localize(name, reader, formOfAddress),
      durationMinutes,
      channels,
    });
    return {
      offered: services.map(toOffered),
      search: (question: string) => searchServices(services, question, reader).map(toOffered),
    };
  }, [services, reader, formOfAddress]);
  return <StaffBookingScreen {...rest} services={offered} search={search} />;
}
