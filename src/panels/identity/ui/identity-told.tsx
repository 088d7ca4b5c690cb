'use client';

import { useTranslations } from 'next-intl';
import type { AssuranceLevel } from '#journey/assurance-level.ts';
import type { LocalizedText } from '#journey/language.ts';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { judgeMandate, notGiven, type Told } from '../compare-told.ts';
import { useProviderWays } from './known-provider-ways.tsx';

type IdentityToldProps = {
  readonly identity: Told & {
    readonly provider: string;
    readonly level: AssuranceLevel;
    /** Epoch milliseconds. */
    readonly identifiedAt: number;
  };
  readonly say: (text: LocalizedText) => string;
  readonly style: MomentStyle;
};

/** Which provider said who somebody is, what else it said, and what it was asked and did not say. Of a clerk's look there is nothing to add. */
export function IdentityTold({ identity, say, style }: IdentityToldProps) {
  const t = useTranslations('identity.told');
  const chosen = useProviderWays().find(({ id }) => id === identity.provider);
  const { level, birthDate } = identity;
  if (level === 'none' || level === 'shown') return null;
  const provider = chosen === undefined ? identity.provider : say(chosen.name);
  return (
    <ul className="grid gap-0.5 text-small text-ink-2">
      <li>
        {t('via', {
          provider,
          level: t(`levels.${level}`),
          time: formatTime(identity.identifiedAt, style),
        })}
      </li>
      {birthDate !== null && <li>{t('born', { date: sayDay(birthDate, style) })}</li>}
      {notGiven(identity).map((attribute) => (
        <li key={attribute}>{t('notGiven', { what: t(`attributes.${attribute}`), provider })}</li>
      ))}
      <MandateTold identity={identity} provider={provider} />
    </ul>
  );
}

function MandateTold({
  identity,
  provider,
}: Pick<IdentityToldProps, 'identity'> & { readonly provider: string }) {
  const t = useTranslations('identity.told.mandate');
  const { mandate, principal } = identity;
  const judged = judgeMandate(identity);
  if (judged === null) return null;
  const number = mandate?.kind === 'company' ? mandate.registrationNumber : null;
  const verified = [mandate?.name, number].filter((part) => part != null).join(', ');
  if (judged === 'verified') return <li>{t('verified', { who: verified, provider })}</li>;
  const claimed = principal?.name ?? null;
  return (
    <>
      {judged === 'other' && <li>{t('verified', { who: verified, provider })}</li>}
      <li className="font-bold text-warn">
        {claimed === null ? t('nobody', { provider }) : t('unverified', { who: claimed, provider })}
      </li>
    </>
  );
}

function sayDay(day: string, { language }: MomentStyle): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
