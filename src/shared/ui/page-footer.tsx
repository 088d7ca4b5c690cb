import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type FooterLink = { href: string; text: string; icon?: IconShape };

export type PageFooterProps = {
  /** "Liever met iemand praten?" */
  title: string;
  links: readonly FooterLink[];
  /** Smaller links on the last line: privacy, accessibility. */
  more?: readonly FooterLink[];
  children?: ReactNode;
};

/** The way out of every page: a person, by telephone or at the counter. */
export function PageFooter({ title, links, more, children }: PageFooterProps) {
  return (
    <footer className="on-brand-ground bg-brand-strong text-small text-on-brand print:hidden">
      <div className="page-width py-6 lg:py-10">
        <h2 className="text-h3">{title}</h2>
        <ul className="mt-3 lg:flex lg:flex-wrap lg:gap-x-8">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className="inline-flex min-h-11 items-center gap-2 text-inherit">
                {link.icon && <Icon shape={link.icon} size={20} />}
                {link.text}
              </a>
            </li>
          ))}
        </ul>
        {children}
        {more && more.length > 0 && (
          <ul className="mt-4 flex flex-wrap gap-x-6 border-t border-on-brand/25 pt-3">
            {more.map((link) => (
              <li key={link.href}>
                <a href={link.href} className="inline-flex min-h-11 items-center text-inherit">
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
