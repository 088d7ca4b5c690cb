import { Icon } from './icon.tsx';
import { iconCheck, iconGlobe } from './icon-shapes.ts';

export type LanguageChoice = { locale: string; name: string; href: string };
export type LanguageMenuProps = {
  /** "Taal kiezen, nu Nederlands" */
  label: string;
  current: string;
  languages: readonly LanguageChoice[];
};

/** The other languages, as plain links that work without script. */
export function LanguageMenu({ label, current, languages }: LanguageMenuProps) {
  return (
    <details className="group/menu relative ml-auto flex-none print:hidden">
      <summary className="flex min-h-11 items-center gap-1.5 rounded-md px-2 text-[1rem] font-semibold text-ink hover:bg-ground">
        <Icon shape={iconGlobe} size={20} />
        <span aria-hidden="true">{current.toUpperCase()}</span>
        <span className="sr-only">{label}</span>
      </summary>
      <ul className="absolute right-0 z-menu mt-1 min-w-48 animate-panel rounded-md border border-line bg-surface py-1 shadow-float">
        {languages.map((language) => (
          <li key={language.locale}>
            <a
              href={language.href}
              hrefLang={language.locale}
              lang={language.locale}
              aria-current={language.locale === current ? 'true' : undefined}
              className="ring-inside flex min-h-11 items-center justify-between gap-4 px-4 text-ink no-underline hover:bg-brand-tint aria-[current]:font-bold"
            >
              {language.name}
              {language.locale === current && <Icon shape={iconCheck} size={20} className="text-brand" />}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
