import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconChevronRight } from './icons/chevron-right.ts';

export type WayOut = { href: string; text: string; icon?: IconShape };

/** Other ways, quietly under one another: a message, the telephone, another moment. */
export function LinkList({ links, className }: { links: readonly WayOut[]; className?: string }) {
  return (
    <ul className={classNames('print:hidden', className)}>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} className="inline-flex min-h-12 items-center gap-3 font-semibold">
            {link.icon && <Icon shape={link.icon} size={22} />}
            {link.text}
          </a>
        </li>
      ))}
    </ul>
  );
}

export type CardLink = {
  href: string;
  title: ReactNode;
  detail?: ReactNode;
  icon?: IconShape;
  meta?: ReactNode;
};

/** Things to choose from, each a card that is one link: services, categories. */
export function CardLinkList({
  links,
  heading: Heading = 'h3',
}: {
  links: readonly CardLink[];
  heading?: 'h2' | 'h3';
}) {
  return (
    <ul className="grid gap-3 sm:grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] lg:gap-4">
      {links.map((link) => (
        <li
          key={link.href}
          className="group/card relative flex gap-3.5 rounded-lg border-2 border-transparent bg-surface p-4.5 focus-within:border-brand hover:border-brand"
        >
          {link.icon && <Icon shape={link.icon} size={26} className="mt-0.5 text-brand" />}
          <div className="min-w-0 flex-1 wrap-anywhere hyphens-auto">
            <Heading className="text-h3">
              <a
                href={link.href}
                className="text-brand no-underline after:absolute after:inset-0 group-hover/card:underline"
              >
                {link.title}
              </a>
            </Heading>
            {link.detail && <p className="mt-1 text-small text-ink-2">{link.detail}</p>}
            {link.meta && <p className="mt-2 text-least text-ink-2">{link.meta}</p>}
          </div>
          <Icon shape={iconChevronRight} size={20} className="mt-1 text-brand" />
        </li>
      ))}
    </ul>
  );
}
