'use client';

import { useTranslations } from 'next-intl';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useVisit } from './visit-context.ts';

/** Who came along with the citizen and waits too, as it is now. */
export function ComingAlong() {
  const { people } = useVisit().view;
  const t = useTranslations('companions');
  const companions = people.filter(({ role }) => role === 'companion');
  return (
    <div role="status" className="not-empty:mb-4">
      {companions.length > 0 && (
        <Notice kind="neutral" icon={iconUsersRound} title={t('waiting.title')}>
          {companions.map(({ participantId, name, companionRole, isInside }) => (
            <p key={participantId}>
              {t(isInside ? 'waiting.inside' : 'waiting.waits', {
                name,
                role: t(`roles.${companionRole ?? 'none'}`),
              })}
            </p>
          ))}
        </Notice>
      )}
    </div>
  );
}
