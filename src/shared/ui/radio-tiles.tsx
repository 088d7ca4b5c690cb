'use client';

import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconShape } from './icon-shape.ts';

export type RadioTile = {
  value: string;
  text: ReactNode;
  detail?: ReactNode;
  icon?: IconShape;
  label?: string;
};

export type RadioTilesProps = {
  name: string;
  legend: ReactNode;
  tiles: readonly RadioTile[];
  value: string | null;
  onChange: (value: string) => void;
  /** As narrow as the words need, or all as wide as a clock time. */
  width?: 'words' | 'times' | 'days';
};

const grids = {
  words: 'flex flex-wrap gap-1.5',
  times: 'grid grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-1.5',
  days: 'grid grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-1.5',
} as const;

/** One of a few, close together, for staff: one stop for Tab, the arrows choose. */
export function RadioTiles({ name, legend, tiles, value, onChange, width = 'words' }: RadioTilesProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-bold">{legend}</legend>
      <div className={classNames('mt-1.5', grids[width])}>
        {tiles.map((tile) => (
          <label
            key={tile.value}
            className="relative flex min-h-9 cursor-pointer flex-col items-center justify-center rounded-md border border-edge bg-surface px-2.5 py-1 text-center has-checked:border-brand has-checked:bg-brand has-checked:text-on-brand"
          >
            <input
              type="radio"
              name={name}
              value={tile.value}
              aria-label={tile.label}
              checked={tile.value === value}
              onChange={() => onChange(tile.value)}
              className="ring-from absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span className="flex items-center gap-2 font-semibold">
              {tile.icon && <Icon shape={tile.icon} size={18} />}
              {tile.text}
            </span>
            {tile.detail && <span className="text-least">{tile.detail}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
