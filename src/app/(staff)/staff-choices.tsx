import { getTranslations } from 'next-intl/server';
import { LanguageMenu } from '#shared/ui/language-menu.tsx';
import { currentLanguage, currentOrganisation } from '../current-request.ts';
import { currentTheme } from './staff-theme.ts';
import { ThemeMenu } from './theme-menu.tsx';

/** What every page of staff lets one choose: language, and light or dark. @param path of the page, where choosing a language leads back to */
export async function StaffChoices({ path }: { path: string }) {
  const [organisation, language, theme, t, common] = await Promise.all([
    currentOrganisation(),
    currentLanguage(),
    currentTheme(),
    getTranslations('staff.theme'),
    getTranslations('common'),
  ]);
  return (
    <div className="flex items-center gap-1">
      <LanguageMenu
        label={`${common('language')}: ${common(`languages.${language}`)}`}
        current={language}
        languages={organisation.languages.map((locale) => ({
          locale,
          name: common(`languages.${locale}`),
          href: `/language/${locale}?back=${encodeURIComponent(path)}`,
        }))}
      />
      <ThemeMenu
        theme={theme}
        label={t('label')}
        words={{ light: t('light'), dark: t('dark'), system: t('system') }}
      />
    </div>
  );
}
