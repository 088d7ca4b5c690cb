import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { iconChevronLeft } from './icons/chevron-left.ts';
import { LitStreet } from './lit-street.tsx';

export type BandProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** A line over the title, such as the service in the waiting room. */
  over?: ReactNode;
  back?: { href: string; text: string };
  /** Under the lead: a search box, a button. */
  children?: ReactNode;
  /** The waiting room: says what the drawing of the lit window shows. Otherwise a plain row of façades. */
  litWindow?: string;
  /** The lead is read out when it changes. */
  live?: boolean;
};

/** The head of a page: brand, one title, one lead, and the city's own street. */
export function Band({ title, lead, over, back, children, litWindow, live }: BandProps) {
  return (
    <div className="on-brand-ground relative overflow-hidden bg-brand text-on-brand">
      <div className="page-width pt-4 pb-2 lg:pt-8 lg:pb-4">
        {back && (
          <a
            href={back.href}
            className="-ml-1 inline-flex min-h-11 items-center gap-1 text-small text-inherit print:hidden"
          >
            <Icon shape={iconChevronLeft} size={20} />
            {back.text}
          </a>
        )}
        {over && <p className="mt-1 text-note opacity-95">{over}</p>}
        <h1 className="mt-1 max-w-180">{title}</h1>
        {lead && (
          <p className="mt-3 max-w-150 text-lead lg:mt-4" role={live ? 'status' : undefined}>
            {lead}
          </p>
        )}
        {children && <div className="mt-5 [--control-edge-color:var(--color-surface)]">{children}</div>}
      </div>
      {litWindow ? <LitStreet description={litWindow} /> : <div className="facades mt-3 opacity-78" />}
    </div>
  );
}
