import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { telHref } from '#shared/tel-href.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconMapPin } from '#shared/ui/icons/map-pin.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { PageFooter } from '#shared/ui/page-footer.tsx';
import { PageShell } from '#shared/ui/page-shell.tsx';
import { currentLanguage, currentOrganisation } from '../current-request.ts';

type CitizenPageProps = {
  /** Path of this very page, with its query: where choosing a language leads back to. */
  path: string;
  /** Second line of the header; "Digitale Balie" when left out. */
  place?: string;
  /** A form that must keep what was typed: choosing a language sends it, with `language:<code>` under this name. */
  form?: { id: string; name: string };
  /** Over everything: a connection bar. */
  top?: ReactNode;
  /** Sticks to the bottom edge. */
  bottom?: ReactNode;
  /** Small links on the last line of the footer: privacy. */
  more?: readonly { href: string; text: string }[];
  children: ReactNode;
};

/** Every page of a citizen: the municipality above, and below it the way to a person. */
export async function CitizenPage({ path, place, form, top, bottom, more, children }: CitizenPageProps) {
  const [organisation, language, t, code] = await Promise.all([
    currentOrganisation(),
    currentLanguage(),
    getTranslations('common'),
    getTranslations('code'),
  ]);
  const address = `${organisation.streetLine}, ${organisation.postalCode} ${organisation.city}`;
  return (
    <PageShell
      skipText={t('skipToContent')}
      organisationName={organisation.name}
      place={place ?? t('productName')}
      homeHref="/"
      languages={{
        label: `${t('language')}: ${t(`languages.${language}`)}`,
        current: language,
        languages: organisation.languages.map((locale) => ({
          locale,
          name: t(`languages.${locale}`),
          href: `/language/${locale}?back=${encodeURIComponent(path)}`,
          sends: form && { ...form, value: `language:${locale}` },
        })),
      }}
      top={top}
      bottom={bottom}
      footer={
        <PageFooter
          title={t('contact.title')}
          links={[
            {
              href: telHref(organisation.phone),
              text: t('contact.call', { phone: organisation.phone }),
              icon: iconPhone,
            },
          ]}
          more={[{ href: '/code', text: code('link') }, ...(more ?? [])]}
        >
          <p className="mt-1 flex items-start gap-2">
            <Icon shape={iconMapPin} size={20} className="mt-0.5" />
            {t('contact.visit', { address })}
          </p>
        </PageFooter>
      }
    >
      {children}
    </PageShell>
  );
}
