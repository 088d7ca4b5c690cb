'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconX } from '#shared/ui/icons/x.ts';
import { TypeAhead } from '#shared/ui/type-ahead.tsx';
import { mostServices } from '../staff-booking-form.ts';

/** A service as the clerk chooses it. */
export type OfferedService = {
  readonly slug: string;
  readonly name: string;
  readonly durationMinutes: number;
  readonly channels: readonly string[];
};

export type ServiceChoiceProps = {
  readonly services: readonly OfferedService[];
  /** The services that fit a question, best first: names and the words that people use for them. */
  readonly search: (question: string) => readonly OfferedService[];
  readonly chosen: readonly string[];
  readonly onChange: (slugs: readonly string[]) => void;
  readonly error?: string;
};

const mostProposals = 8;

/** What it is about: type a few letters, Enter takes the first, and again for one more. */
export function ServiceChoice({ services, search, chosen, onChange, error }: ServiceChoiceProps) {
  const t = useTranslations('staffBooking.services');
  const [query, setQuery] = useState('');
  const isFull = chosen.length >= mostServices;
  const options = isFull ? [] : search(query).filter(({ slug }) => !chosen.includes(slug));
  const nameOf = (slug: string) => services.find((service) => service.slug === slug)?.name ?? slug;
  return (
    <div>
      {chosen.length > 0 && (
        <ul aria-label={t('chosen')} className="mb-2 grid gap-1">
          {chosen.map((slug) => (
            <li key={slug} className="flex items-center gap-2 rounded-md bg-brand-tint pl-3">
              <span className="min-w-0 flex-1 font-semibold">{nameOf(slug)}</span>
              <IconButton
                icon={iconX}
                label={t('remove', { service: nameOf(slug) })}
                onClick={() => onChange(chosen.filter((other) => other !== slug))}
              />
            </li>
          ))}
        </ul>
      )}
      <TypeAhead
        id="services"
        label={chosen.length === 0 ? t('label') : t('another')}
        hint={chosen.length === 0 ? t('hint') : undefined}
        error={error}
        query={query}
        onQueryChange={setQuery}
        options={options.slice(0, mostProposals).map(({ slug, name, durationMinutes }) => ({
          key: slug,
          text: name,
          detail: t('minutes', { minutes: durationMinutes }),
        }))}
        onChoose={(slug) => {
          onChange([...chosen, slug]);
          setQuery('');
        }}
        onEraseBack={() => onChange(chosen.slice(0, -1))}
        emptyText={isFull ? t('full') : t('none')}
        autoFocus
      />
    </div>
  );
}
