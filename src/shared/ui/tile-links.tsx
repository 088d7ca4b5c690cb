import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';
import { iconCircleCheck } from './icons/circle-check.ts';

export type TileLink = { href: string; text: string; hint?: string; icon?: IconShape; current?: boolean };

/** A choice of a few that changes the page itself, as links beside one another: it works without script. */
export function TileLinks({ label, links }: { label: string; links: readonly TileLink[] }) {
  const columns = links.some(({ hint }) => hint !== undefined)
    ? 'grid-cols-[repeat(auto-fit,minmax(min(13rem,100%),1fr))]'
    : 'grid-cols-[repeat(auto-fit,minmax(6rem,1fr))]';
  return (
    <nav aria-label={label} className="mt-3">
      <ul className={classNames('grid gap-2', columns)}>
        {links.map((link) => (
          <li key={link.href} className="grid">
            <a
              href={link.href}
              aria-current={link.current ? 'true' : undefined}
              className="group/tile relative flex min-h-18 flex-col items-center justify-center gap-1 rounded-md border border-edge bg-surface px-2 py-2.5 text-center has-[small]:min-h-14 has-[small]:px-8 text-small leading-5 font-semibold text-ink no-underline hover:bg-brand-tint aria-[current]:border-3 aria-[current]:border-brand aria-[current]:bg-brand-tint aria-[current]:text-brand"
            >
              {link.icon && <Icon shape={link.icon} size={24} />}
              <span className="wrap-anywhere hyphens-auto">{link.text}</span>
              {link.hint && <small className="text-least font-normal text-ink-2">{link.hint}</small>}
              {link.current && (
                <span className="absolute top-1.5 right-1.5">
                  <Icon shape={iconCircleCheck} size={18} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
