'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { canBeTold } from '#journey/text-messages.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { telHref } from '#shared/tel-href.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';
import type { Dossier } from '../dossier.ts';
import { ContactDialog } from './contact-dialog.tsx';
import { Part } from './dossier-part.tsx';
import { useLocalized, useMomentStyle } from './seat-place.tsx';

type Fact = { readonly term: string; readonly detail: ReactNode; readonly code?: boolean };

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts.map(
        ({ term, detail, code }) =>
          detail && (
            <div key={term} className="contents">
              <dt className="text-ink-2">{term}</dt>
              <dd className={code ? 'code' : 'wrap-anywhere'}>{detail}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** For whom it is and what is needed; nothing when that is nobody else and nothing. */
export function Agreed({ dossier }: { dossier: Dossier }) {
  const t = useTranslations('seat.dossier');
  const format = useFormatter();
  const { needs, interpreterLanguageName, principal } = dossier;
  if (needs.length === 0 && principal === null) return null;
  const words = needs.map((need) =>
    need === 'interpreter' && interpreterLanguageName !== null
      ? t('interpreterOf', { language: interpreterLanguageName })
      : t(`needs.${need}`),
  );
  const number = principal?.registrationNumber;
  return (
    <Part title={t('agreed')}>
      <Facts
        facts={[
          {
            term: t('forWhom'),
            detail:
              principal &&
              [`${principal.name} (${t(`principals.${principal.kind}`)})`, number].filter(Boolean).join(', '),
          },
          { term: t('needed'), detail: format.list(words) },
        ]}
      />
    </Part>
  );
}

/** How to reach the citizen, and how the appointment came about. */
export function Contact({ dossier, onChanged }: { dossier: Dossier; onChanged: () => void }) {
  const t = useTranslations('seat.dossier');
  const [correcting, setCorrecting] = useState(false);
  const style = useMomentStyle();
  const localized = useLocalized();
  const { email, phone, reference, bookedAt, bookedBy, seatName, location } = dossier;
  const moment = formatNearMoment(bookedAt, style);
  const how = t(`requests.${dossier.requestChannel}`);
  const facts: Fact[] = [
    { term: t('email'), detail: email },
    { term: t('phone'), detail: phone && <a href={telHref(phone.number)}>{phone.text}</a> },
    { term: t('facts.reference'), detail: reference, code: true },
    {
      term: t('facts.booked'),
      detail: bookedBy === null ? `${moment}, ${how}` : t('bookedBy', { moment, how, name: bookedBy }),
    },
    {
      term: t('facts.seat'),
      detail: location === null ? seatName : `${seatName}, ${localized(location.name)}, ${location.address}`,
    },
  ];
  return (
    <Part title={t('contact')}>
      <Facts facts={facts} />
      <p className="mt-1.5">
        <Button look="underlined" icon={iconPenLine} onClick={() => setCorrecting(true)}>
          {t('correct')}
        </Button>
      </p>
      {correcting && (
        <ContactDialog dossier={dossier} onClose={() => setCorrecting(false)} onChanged={onChanged} />
      )}
      {dossier.hasSheet && !canBeTold({ email, phone: phone?.number ?? null }) && (
        <p className="mt-1 text-warn">{t('onlySheet')}</p>
      )}
    </Part>
  );
}
