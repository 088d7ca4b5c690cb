import { getTranslations } from 'next-intl/server';
import { readMessagePolicy } from '#db/message-policy.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { waysOf } from '#features/administration/change-message-rules.ts';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconBell } from '#shared/ui/icons/bell.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconMailX } from '#shared/ui/icons/mail-x.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { currentOrganisation } from '../../../current-request.ts';

/** The rules that hold, in a few lines. */
export async function MessageRules() {
  const [t, { id }] = await Promise.all([getTranslations('messageTexts.rules'), currentOrganisation()]);
  const policy = await withOrganisation(id, readMessagePolicy);
  const { reminders, escalateUnreadMinutes: unread, escalateBounced, delayNoticeMinutes: delay } = policy;
  const lines = reminders.map(({ daysBefore: days, minutesBefore: minutes, channels }) => (
    <span key={`${days} ${minutes}`} className="block">
      {t('when', { days, minutes: String(minutes) })}: {t('ways', { ways: waysOf(channels) })}
    </span>
  ));
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" className="text-[1.25rem] leading-7">
        {t('title')}
      </h2>
      <div className="mt-2">
        <FactList
          facts={[
            { icon: iconBell, term: t('before'), detail: lines.length === 0 ? t('none') : lines },
            {
              icon: iconMessageSquare,
              term: t('unread'),
              detail: unread === null ? t('unreadNever') : t('unreadAt', { minutes: String(unread) }),
            },
            {
              icon: iconMailX,
              term: t('bounced'),
              detail: escalateBounced ? t('bouncedYes') : t('bouncedNo'),
            },
            {
              icon: iconClock4,
              term: t('delay'),
              detail: delay === null ? t('delayNever') : t('delayAt', { minutes: delay }),
            },
          ]}
        />
      </div>
    </section>
  );
}
