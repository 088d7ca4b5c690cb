'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { IconShape } from '../ui/icon-shape.ts';
import { iconCheck } from '../ui/icons/check.ts';
import { iconInfo } from '../ui/icons/info.ts';
import { iconTriangleExclamationPoint } from '../ui/icons/triangle-exclamation-point.ts';
import type { EmailCheck, PhoneCheck } from './check-contact.ts';
import { isEmailAddress } from './email-syntax.ts';

type LineProps = { icon: IconShape; warn?: boolean; children: React.ReactNode };

export function Line({ icon, warn, children }: LineProps) {
  return (
    <p className={`mt-1 flex gap-2 ${warn ? 'text-warn' : 'text-ink-2'}`}>
      <Icon shape={icon} size={18} className="mt-0.5" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

type PhoneWordsProps = {
  /** Null while nothing is known. */
  check: PhoneCheck | null;
  isCalled: boolean;
  /** Whether the clerk is done typing: before, nothing is wrong yet. */
  isSettled: boolean;
};

/** What is to be read back of a number, or what is wrong with it. */
export function PhoneWords({ check, isCalled, isSettled }: PhoneWordsProps) {
  const t = useTranslations('contact');
  if (check === null || check.kind === 'empty') return null;
  if (check.kind === 'wrong')
    return (
      isSettled && (
        <Line icon={iconTriangleExclamationPoint} warn>
          {t('wrongPhone')}
        </Line>
      )
    );
  if (check.kind === 'landline')
    return (
      <Line icon={iconInfo} warn={!isCalled}>
        {t('landline', { number: check.readBack })}
      </Line>
    );
  return <Line icon={iconCheck}>{t('readBack', { number: check.readBack })}</Line>;
}

type EmailWordsProps = {
  /** Null while nothing is known: its domain is looked up far away. */
  check: EmailCheck | null;
  address: string;
  isSettled: boolean;
  onTake: (address: string) => void;
};

/** What is to be read back of an address, what is wrong with it, or what was probably meant. */
export function EmailWords({ check, address, isSettled, onTake }: EmailWordsProps) {
  const t = useTranslations('contact');
  const typed = address.trim();
  if (typed === '') return null;
  if (!isEmailAddress(typed))
    return (
      isSettled && (
        <Line icon={iconTriangleExclamationPoint} warn>
          {t('wrongEmail')}
        </Line>
      )
    );
  if (check?.kind !== 'read')
    return isSettled && <Line icon={iconCheck}>{t('readBackEmail', { address: typed })}</Line>;
  const { suggestion, domain } = check;
  if (domain === 'missing' || domain === 'refuses')
    return (
      <>
        <Meant address={suggestion} onTake={onTake} />
        <Line icon={iconTriangleExclamationPoint} warn>
          {t(`domains.${domain}`, { domain: typed.slice(typed.lastIndexOf('@') + 1) })}
        </Line>
      </>
    );
  if (suggestion !== null) return <Meant address={suggestion} onTake={onTake} />;
  return <Line icon={iconCheck}>{t('readBackEmail', { address: typed })}</Line>;
}

function Meant({ address, onTake }: { address: string | null; onTake: (address: string) => void }) {
  const t = useTranslations('contact');
  return (
    address !== null && (
      <div className="mt-1 flex flex-wrap items-center gap-x-2">
        <span>{t('meant')}</span>
        <Button look="underlined" onClick={() => onTake(address)}>
          {address}
        </Button>
      </div>
    )
  );
}
