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
  /** On a phone each row stands by itself, with the titles beside what they say: for words rather than figures. */
  stacks?: boolean;
};

/** A table. It scrolls sideways inside itself where it does not fit, or stacks its rows on a phone. */
export function DataTable({ caption, showCaption, columns, rows, stacks = false }: DataTableProps) {
  const block = stacks && 'max-sm:block';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a group, not one more landmark under the heading's own.
    <div role="group" aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table {...is.table} className={classNames('mt-2.5 w-full border-collapse text-[0.9375rem]', block)}>
        <caption className={showCaption ? 'mb-2 text-left font-bold' : 'sr-only'}>{caption}</caption>
        <thead {...is.rowgroup} className={classNames(stacks && 'max-sm:sr-only')}>
          <tr {...is.row} className="border-b-2 border-edge text-small leading-4.5 text-ink-2">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...is.columnheader}
                className={classNames(
                  'px-2.5 py-1.75 align-bottom font-semibold first:pl-0',
                  sideOf(column, false),
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...is.rowgroup} className={classNames(block)}>
          {rows.map((row) => (
            <tr
              key={row.key}
              {...is.row}
              className={classNames(
                'border-b border-line last:border-0',
                stacks && 'max-sm:block max-sm:py-2',
              )}
            >
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} isFirst={index === 0} stacks={stacks}>
                  {row.cells[index]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Said outright: parts of a table that are laid out as blocks are none any more to some browsers. */
const is = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

function sideOf({ align }: TableColumn, stacks: boolean): string {
  if (align !== 'end') return 'text-left';
  return stacks ? 'sm:text-right' : 'text-right';
}

type CellProps = { column: TableColumn; isFirst: boolean; stacks: boolean; children: ReactNode };

function Cell({ column, isFirst, stacks, children }: CellProps) {
  const className = classNames('px-2.5 py-2.25 first:pl-0', sideOf(column, stacks));
  const block = stacks && 'max-sm:px-0 max-sm:py-0.75';
  if (isFirst)
    return (
      <th
        scope="row"
        {...is.rowheader}
        className={classNames(className, 'font-semibold', block, stacks && 'max-sm:block')}
      >
        {children}
      </th>
    );
  return (
    <td
      {...is.cell}
      className={classNames(
        className,
        'sm:whitespace-nowrap',
        block,
        stacks ? 'max-sm:flex max-sm:gap-3' : 'whitespace-nowrap',
      )}
    >
      {stacks && (
        <span aria-hidden="true" className="w-28 flex-none text-ink-2 sm:hidden">
          {column.title}
        </span>
      )}
      {stacks ? <span className="min-w-0">{children}</span> : children}
    </td>
  );
}
