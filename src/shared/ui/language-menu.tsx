import { Icon } from './icon.tsx';
import { iconCheck } from './icons/check.ts';
import { iconGlobe } from './icons/globe.ts';

export type LanguageChoice = {
  locale: string;
  name: string;
  href: string;
  /** Instead of a link, a button that sends a form of this page, so that nothing typed in it is lost. */
  sends?: { id: string; name: string; value: string };
};
export type LanguageMenuProps = {
  /** "Taal kiezen, nu Nederlands" */
  label: string;
  current: string;
  languages: readonly LanguageChoice[];
};

const entry =
  'ring-inside flex min-h-11 w-full items-center justify-between gap-4 px-4 text-ink no-underline hover:bg-brand-tint ' +
  'aria-[current]:font-bold';

/** The other languages, as plain links or buttons that work without script. */
export function LanguageMenu({ label, current, languages }: LanguageMenuProps) {
  return (
    <details key={current} className="group/menu relative ml-auto flex-none print:hidden">
      <summary className="flex min-h-11 items-center gap-1.5 rounded-md px-2 text-[1rem] font-semibold text-ink hover:bg-ground">
        <Icon shape={iconGlobe} size={20} />
        <span aria-hidden="true">{current.toUpperCase()}</span>
        <span className="sr-only">{label}</span>
      </summary>
      <ul className="absolute right-0 z-menu mt-1 min-w-48 animate-panel rounded-md border border-line bg-surface py-1 shadow-float">
        {languages.map((language) => (
          <li key={language.locale}>
            <LanguageEntry language={language} isCurrent={language.locale === current} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function LanguageEntry({ language, isCurrent }: { language: LanguageChoice; isCurrent: boolean }) {
  const { locale, name, href, sends } = language;
  const common = {
    lang: locale,
    'aria-current': isCurrent ? ('true' as const) : undefined,
    className: entry,
  };
  const words = (
    <>
      {name}
      {isCurrent && <Icon shape={iconCheck} size={20} className="text-brand" />}
    </>
  );
  if (sends !== undefined) {
    return (
      <button type="submit" form={sends.id} name={sends.name} value={sends.value} formNoValidate {...common}>
        {words}
      </button>
    );
  }
  return (
    <a href={href} hrefLang={locale} {...common}>
      {words}
    </a>
  );
}
