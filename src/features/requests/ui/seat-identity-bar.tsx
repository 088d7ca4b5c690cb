import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AssuranceLevel } from '#journey/assurance-level.ts';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { iconShieldExclamationPoint } from '#shared/ui/icons/shield-exclamation-point.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import type { SeatIdentity } from '../request-views.ts';

type SeatIdentityBarProps = {
  readonly level: AssuranceLevel;
  readonly identity: SeatIdentity | null;
  readonly notThem: { readonly name: string | null; readonly because: string } | null;
  readonly style: MomentStyle;
  /** What is known of it beside, and what a clerk may do with it, of its kind. */
  readonly children?: ReactNode;
};

/** How sure it is who the citizen is, all the time: a look at a card is said to be no level. */
export function SeatIdentityBar({ level, identity, notThem, style, children }: SeatIdentityBarProps) {
  const t = useTranslations('seatRequests');
  if (level === 'none' || identity === null) {
    return (
      <div className="mt-1.5">
        <Tag tone="warn" icon={iconShieldExclamationPoint}>
          {t('levels.none')}
        </Tag>
        {notThem !== null && (
          <p className="mt-1.5 text-small text-ink-2">
            {t('notThem', { name: notThem.name ?? '', because: notThem.because })}
          </p>
        )}
      </div>
    );
  }
  const isLooked = level === 'shown';
  return (
    <div className="mt-1.5 grid gap-1.5">
      <p>
        <Tag tone={isLooked ? 'neutral' : 'ok'} icon={isLooked ? iconIdCard : iconShieldCheck}>
          {t(isLooked && identity.method === 'questions' ? 'answered' : `levels.${level}`)}
        </Tag>
      </p>
      <p className="text-small text-ink-2">
        {[identity.name, identity.numberMasked, isLooked ? formatTime(identity.identifiedAt, style) : null]
          .filter((part) => part !== null)
          .join(', ')}
      </p>
      {identity.isOtherName && (
        <Notice kind="warn" icon={iconShieldExclamationPoint} title={t('otherName')}>
          {t('otherNameText', { name: identity.name ?? '' })}
        </Notice>
      )}
      {children}
    </div>
  );
}
