import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Channel } from '#journey/appointment-wish.ts';
import { capitalise, formatNearMoment, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { Card } from '#shared/ui/card.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconStore } from '#shared/ui/icons/store.ts';

type Agreed = { readonly startAt: number; readonly channel: Channel };

type ConfirmationProps = {
  readonly before: Agreed;
  readonly after: Agreed;
  /** Where the counter is; null on other channels. */
  readonly address: string | null;
  readonly style: MomentStyle;
  readonly home: string;
  /** The form with both answers. */
  readonly children: ReactNode;
};

/** The old and the new beside each other, before anything changes. */
export async function Confirmation({ before, after, address, style, home, children }: ConfirmationProps) {
  const [t, common] = await Promise.all([getTranslations('changes.confirm'), getTranslations('common')]);
  const detail = ({ startAt, channel }: Agreed) =>
    t('detail', { moment: capitalise(formatNearMoment(startAt, style), style.language), channel });
  return (
    <>
      <Band title={t('title')} back={{ href: home, text: common('back') }} />
      <div className="page-width mt-6 lg:mt-12">
        <div className="grid max-w-text gap-6">
          <Card>
            <FactList
              facts={[
                { icon: iconCalendarX, term: t('before'), detail: <del>{detail(before)}</del> },
                { icon: iconCalendarCheck, term: t('after'), detail: <b>{detail(after)}</b> },
                ...(address === null ? [] : [{ icon: iconStore, term: t('where'), detail: address }]),
              ]}
            />
          </Card>
          <p>{t('stays')}</p>
          {children}
        </div>
      </div>
    </>
  );
}
