import type { ReactNode } from 'react';

/** A part of the dossier, under a line. */
export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4">
      <h3 className="text-h2">
        {title} {note && <span className="text-small font-normal text-ink-2">{note}</span>}
      </h3>
      <div className="mt-1.5">{children}</div>
    </section>
  );
}
