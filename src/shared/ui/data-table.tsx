import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type TableColumn = { key: string; title: ReactNode; align?: 'start' | 'end' };
export type TableRow = { key: string; cells: readonly ReactNode[] };

export type DataTableProps = {
  /** What the table holds. Hidden where a heading above already says it. */
  caption: string;
  showCaption?: boolean;
  /** The first column heads each row. */
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
};

/** A table of figures; scrolls sideways inside itself where it does not fit. */
export function DataTable({ caption, showCaption, columns, rows }: DataTableProps) {
  const end = (index: number) => (columns[index]?.align === 'end' ? 'text-right' : 'text-left');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a group, not one more landmark under the heading's own.
    <div role="group" aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="mt-2.5 w-full border-collapse text-[0.9375rem]">
        <caption className={showCaption ? 'mb-2 text-left font-bold' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr className="border-b-2 border-edge text-small leading-4.5 text-ink-2">
            {columns.map((column, index) => (
              <th
                key={column.key}
                scope="col"
                className={classNames('px-2.5 py-1.75 align-bottom font-semibold first:pl-0', end(index))}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line last:border-0">
              {columns.map((column, index) => {
                const className = classNames('px-2.5 py-2.25 first:pl-0', end(index));
                return index === 0 ? (
                  <th key={column.key} scope="row" className={classNames(className, 'font-semibold')}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.key} className={classNames(className, 'whitespace-nowrap')}>
                    {row.cells[index]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
