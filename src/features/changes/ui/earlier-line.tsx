import { getTranslations } from 'next-intl/server';
import { formatNearMoment, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { iconCalendarClock } from '#shared/ui/icons/calendar-clock.ts';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { ChangeableAppointment } from '../changeable.data.ts';

type EarlierLineProps = {
  readonly appointment: ChangeableAppointment;
  readonly style: MomentStyle;
  readonly home: string;
  /** How many people are asked before; null when not in line. */
  readonly before: number | null;
  readonly canBeTold: boolean;
  /** The earliest time that is free at this moment, when it is before the agreed one. */
  readonly freeAt: number | null;
  /** An answer came too late. */
  readonly offerIsGone: boolean;
  readonly phone: string;
  readonly action: (form: FormData) => Promise<void>;
};

/** What can be had at once, and the line for what may come free. */
export async function EarlierLine(props: EarlierLineProps) {
  const { appointment, style, home, before, canBeTold, freeAt, offerIsGone, phone, action } = props;
  const [t, common] = await Promise.all([getTranslations('changes.earlier'), getTranslations('common')]);
  const now = formatNearMoment(appointment.startAt, style);
  return (
    <>
      <Band
        title={t('title')}
        lead={t('lead', { moment: now })}
        back={{ href: home, text: common('back') }}
      />
      <div className="page-width mt-6 lg:mt-12">
        <div className="grid max-w-text gap-6">
          {offerIsGone && (
            <Notice kind="warn" title={t('gone.title')} role="status">
              {t('gone.text')}
            </Notice>
          )}
          {freeAt !== null && (
            <Notice
              kind="info"
              icon={iconCalendarClock}
              title={t('free.title')}
              action={
                <ButtonLink href={`${home}/move`} look="secondary">
                  {t('free.action')}
                </ButtonLink>
              }
            >
              {t('free.text', { moment: formatNearMoment(freeAt, style) })}
            </Notice>
          )}
          {!canBeTold && <p>{t('cannot', { phone })}</p>}
          {canBeTold &&
            (before === null ? (
              <Ask action={action} hasOther={freeAt !== null} />
            ) : (
              <InLine before={before} action={action} />
            ))}
        </div>
      </div>
    </>
  );
}

async function Ask({ action, hasOther }: { hasOther: boolean } & Pick<EarlierLineProps, 'action'>) {
  const [t, common] = await Promise.all([getTranslations('changes.earlier.ask'), getTranslations('common')]);
  return (
    <Card as="section" labelledBy="ask">
      <h2 id="ask" className="text-h3">
        {hasOther ? t('title') : t('noneTitle')}
      </h2>
      <ul className="mt-3 grid list-disc gap-2 pl-5">
        <li>{t('steps.first')}</li>
        <li>{t('steps.keep')}</li>
        <li>{t('steps.safe')}</li>
      </ul>
      <form action={action} className="mt-5">
        <SubmitButton busyText={common('busy')} icon={iconHourglass} name="wish" value="ask">
          {t('action')}
        </SubmitButton>
      </form>
    </Card>
  );
}

async function InLine({ before, action }: { before: number } & Pick<EarlierLineProps, 'action'>) {
  const [t, common] = await Promise.all([getTranslations('changes.earlier.line'), getTranslations('common')]);
  return (
    <Card as="section" labelledBy="line">
      <h2 id="line" className="text-h3">
        {t('title')}
      </h2>
      <p className="mt-3 text-lead" role="status">
        {t('before', { before })}
      </p>
      <p className="mt-2">{t('honest')}</p>
      <form action={action} className="mt-5">
        <SubmitButton busyText={common('busy')} look="underlined" name="wish" value="stop">
          {t('stop')}
        </SubmitButton>
      </form>
    </Card>
  );
}
