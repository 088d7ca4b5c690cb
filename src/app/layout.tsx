import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { fingerprintTheme, organisationThemeSchema, renderThemeCss } from '#shared/ui/organisation-theme.ts';
import { currentLanguage, currentOrganisation } from './current-request.ts';
import './globals.css';

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export async function generateMetadata(): Promise<Metadata> {
  const [organisation, t] = await Promise.all([currentOrganisation(), getTranslations('common')]);
  const theme = organisationThemeSchema.parse(organisation.theme);
  const productName = t('productName');
  return {
    title: { default: `${productName}, ${organisation.name}`, template: `%s, ${organisation.name}` },
    icons: { icon: `/brand/icon.svg?v=${fingerprintTheme(theme)}` },
    // Every page belongs to one person or one clerk, except those that say otherwise.
    robots: { index: false },
    referrer: 'same-origin',
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [organisation, language, headerList] = await Promise.all([
    currentOrganisation(),
    currentLanguage(),
    headers(),
  ]);
  const nonce = headerList.get('x-nonce') ?? undefined;
  const css = renderThemeCss(organisationThemeSchema.parse(organisation.theme));
  return (
    <html lang={language} data-theme="light">
      <head>
        <meta property="csp-nonce" nonce={nonce} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the theme is parsed to colours and numbers before it becomes CSS */}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <ClientMessages namespaces={['errors']}>{children}</ClientMessages>
      </body>
    </html>
  );
}
