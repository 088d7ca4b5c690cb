import { getTranslations } from 'next-intl/server';
import { telHref } from '#shared/tel-href.ts';
import { Columns } from '#shared/ui/columns.tsx';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { LinkList } from '#shared/ui/link-list.tsx';
import { currentOrganisation } from '../../../current-request.ts';
import { CitizenPage } from '../../citizen-page.tsx';

/** Every miss looks like this, whatever was wrong with the link. */
export async function UnknownLink() {
  const [organisation, t, common] = await Promise.all([
    currentOrganisation(),
    getTranslations('link.miss'),
    getTranslations('common'),
  ]);
  return (
    <CitizenPage path="/">
      <Columns>
        <h1>{t('title')}</h1>
        <p className="mt-3 text-lead">{t('text')}</p>
        <LinkList
          className="mt-6"
          links={[
            { href: '/', text: t('book'), icon: iconCalendarPlus },
            {
              href: telHref(organisation.phone),
              text: common('contact.call', { phone: organisation.phone }),
              icon: iconPhone,
            },
          ]}
        />
      </Columns>
    </CitizenPage>
  );
}
