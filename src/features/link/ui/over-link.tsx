import { getTranslations } from 'next-intl/server';
import { telHref } from '#shared/tel-href.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { LinkList } from '#shared/ui/link-list.tsx';

type OverLinkProps = {
  stage: 'ended' | 'missed' | 'past' | 'cancelled';
  services: string;
  day: string;
  time: string;
  /** It was held on these pages. */
  wasHere: boolean;
  phone: string;
  /** Where a new appointment for the same begins. */
  againHref: string;
  /** Where a click is sent that opens what is kept; null in a browser that did not take part. */
  openAction: string | null;
};

/** The link of an appointment that is over: what became of it, and the way on. Nobody is asked who they are. */
export async function OverLink({ stage, openAction, againHref, phone, ...words }: OverLinkProps) {
  const [t, visit, common] = await Promise.all([
    getTranslations('link'),
    getTranslations('visit'),
    getTranslations('common'),
  ]);
  const { services, day, time, wasHere } = words;
  const lead =
    stage === 'ended' ? t('lead', { service: services, day }) : visit(`${stage}.lead`, { day, time });
  return (
    <>
      <Band over={stage === 'ended' ? undefined : services} title={visit(`titles.${stage}`)} lead={lead} />
      <Columns>
        <p className="text-lead">{stage === 'ended' ? t('over.question') : visit(`${stage}.text`)}</p>
        {stage === 'ended' && wasHere && (
          <p className="mt-3">{t(openAction === null ? 'over.endedElsewhere' : 'over.endedHere')}</p>
        )}
        {stage === 'ended' && openAction !== null && (
          <form method="post" action={openAction} className="mt-6">
            <input type="hidden" name="as" value="citizen" />
            <Button type="submit" className="w-full sm:w-auto">
              {t('over.show')}
            </Button>
          </form>
        )}
        <ButtonLink
          href={againHref}
          icon={iconCalendarPlus}
          look={stage === 'ended' ? 'secondary' : 'primary'}
          className="mt-6 w-full sm:w-auto"
        >
          {t('over.again')}
        </ButtonLink>
        <LinkList
          className="mt-6"
          links={[{ href: telHref(phone), text: common('contact.call', { phone }), icon: iconPhone }]}
        />
      </Columns>
    </>
  );
}
