import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from '../data-table.tsx';
import { Disclosure } from '../disclosure.tsx';

export type ChartTable = Omit<DataTableProps, 'showCaption'>;

export type ChartTexts = {
  /** What the drawing shows, in a sentence: the finding with its figures. */
  summary: string;
  /** "Toon als tabel" */
  tableText: string;
  table: ChartTable;
};

export type ChartKey = { key: string; text: string; swatch: string };

/** A drawing with the same figures as a table beside it. The drawing is one picture to assistive technology. */
export function ChartFrame({
  summary,
  tableText,
  table,
  keys,
  children,
}: ChartTexts & { keys?: readonly ChartKey[]; children: ReactNode }) {
  return (
    <figure className="mt-3">
      <div role="img" aria-label={summary} className="pointer-events-none w-full">
        {children}
      </div>
      {keys && (
        <ul aria-hidden="true" className="mt-3.5 flex flex-wrap gap-x-4.5 gap-y-1 text-small">
          {keys.map((key) => (
            <li key={key.key} className="inline-flex items-center gap-1.75">
              <span className={`size-3.5 rounded-lamp ${key.swatch}`} />
              {key.text}
            </li>
          ))}
        </ul>
      )}
      <Disclosure plain title={tableText}>
        <DataTable {...table} />
      </Disclosure>
    </figure>
  );
}
