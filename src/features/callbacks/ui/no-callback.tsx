import { getTranslations } from 'next-intl/server';
import { telHref } from '#shared/tel-href.ts';
import { Band } from '#shared/ui/band.tsx';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { LinkList } from '#shared/ui/link-list.tsx';

type NoCallbackProps = {
  readonly service: { readonly slug: string; readonly name: string };
  readonly organisation: { readonly name: string; readonly phone: string };
};

/** Nobody calls about this service: the other ways. */
export async function NoCallback({ service, organisation }: NoCallbackProps) {
  const [t, common] = await Promise.all([getTranslations('callback.none'), getTranslations('common')]);
  return (
    <>
      <title>{`${t('title')}, ${organisation.name}`}</title>
      <Band title={t('title')} lead={t('text', { service: service.name })} />
      <div className="page-width mt-6">
        <LinkList
          links={[
            { href: `/services/${service.slug}`, text: t('book'), icon: iconCalendarPlus },
            {
              href: telHref(organisation.phone),
              text: common('contact.call', { phone: organisation.phone }),
              icon: iconPhone,
            },
          ]}
        />
      </div>
    </>
  );
}
