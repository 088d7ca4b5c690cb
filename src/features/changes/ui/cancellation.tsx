import { getTranslations } from 'next-intl/server';
import type { LocalizedText } from '#journey/language.ts';
import { capitalise, formatMoment, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { ChangeableAppointment } from '../changeable.data.ts';

type Words = { readonly say: (text: LocalizedText) => string; readonly style: MomentStyle };

type AskToCancelProps = {
  readonly appointment: ChangeableAppointment;
  readonly words: Words;
  /** The appointment's own page. */
  readonly home: string;
  readonly action: () => Promise<void>;
};

/** Which appointment it is, what cancelling means, and both answers. */
export async function AskToCancel({ appointment, words, home, action }: AskToCancelProps) {
  const [t, common] = await Promise.all([getTranslations('booking.cancel'), getTranslations('common')]);
  const moment = capitalise(formatMoment(appointment.startAt, words.style), words.style.language);
  const services = appointment.services.map(({ name }) => words.say(name)).join(', ');
  return (
    <>
      <Band title={t('title')} lead={t('text')} back={{ href: home, text: common('back') }} />
      <div className="page-width mt-6 lg:mt-12">
        <div className="grid max-w-text gap-6">
          <Card>
            <FactList
              facts={[
                { icon: iconCalendarCheck, term: t('moment'), detail: moment },
                { icon: iconFileText, term: t('service'), detail: services },
              ]}
            />
          </Card>
          <form action={action} className="grid gap-3 sm:grid-cols-2">
            <SubmitButton busyText={common('busy')} look="danger" icon={iconCalendarX}>
              {t('confirm')}
            </SubmitButton>
            <ButtonLink href={home} look="secondary">
              {t('keep')}
            </ButtonLink>
          </form>
        </div>
      </div>
    </>
  );
}

type NothingToCancelProps = {
  readonly why: 'done' | 'tooLate';
  readonly appointment: ChangeableAppointment;
  readonly home: string;
};

/** It is cancelled, or cannot be any more: and the way on. */
export async function NothingToCancel({ why, appointment, home }: NothingToCancelProps) {
  const t = await getTranslations('booking.cancel');
  const [service] = appointment.services;
  const again = service === undefined ? '/' : `/services/${service.slug}`;
  return (
    <>
      <Band title={t(`${why}.title`)} lead={t(`${why}.text`)} />
      <div className="page-width mt-8">
        <ButtonLink href={why === 'done' ? again : home}>{t(`${why}.action`)}</ButtonLink>
      </div>
    </>
  );
}
