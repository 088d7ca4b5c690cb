import type { ReactNode } from 'react';
import { LanguageMenu, type LanguageMenuProps } from './language-menu.tsx';
import { SkipLink } from './skip-link.tsx';

export type PageShellProps = {
  skipText: string;
  organisationName: string;
  /** Second line of the header: "Digitale Balie", or the place one is in ("Wachtkamer"). */
  place: string;
  homeHref: string;
  languages?: LanguageMenuProps;
  /** Over everything: a connection bar. */
  top?: ReactNode;
  footer?: ReactNode;
  /** Last in main, sticking to the bottom edge: a `StickyChoice`, where it is not part of a form. */
  bottom?: ReactNode;
  children: ReactNode;
};

/** A citizen's page: skip link, header, main, the way to a person in the footer. */
export function PageShell(props: PageShellProps) {
  const { skipText, organisationName, place, homeHref, languages, top, footer, bottom, children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{skipText}</SkipLink>
      {top}
      <header className="bg-surface">
        <div className="page-width flex min-h-16 items-center gap-3 py-2 lg:min-h-20">
          <a href={homeHref} className="flex min-w-0 items-center gap-3 rounded-sm text-ink no-underline">
            <span className="org-mark size-8.5 flex-none lg:size-10" />
            <span className="min-w-0">
              <b className="block text-[1.0625rem] leading-5 lg:text-[1.1875rem] lg:leading-6">
                {organisationName}
              </b>
              <span className="block text-least text-ink-2">{place}</span>
            </span>
          </a>
          {languages && <LanguageMenu {...languages} />}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="ring-none flex-1 pb-9 lg:pb-16 has-data-[sticky=bottom]:pb-0">
        {children}
        {bottom}
      </main>
      {footer}
    </div>
  );
}
