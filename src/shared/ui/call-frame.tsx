import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type CallFrameProps = {
  /** The page's heading, for assistive technology: with whom. */
  heading: string;
  /** The other's picture: a `VideoTile` with `className="size-full"`. */
  stage: ReactNode;
  /** Own picture: a small `VideoTile` with `className="size-full"`. */
  self?: ReactNode;
  bar: ReactNode;
  /** Over everything: a connection bar. */
  top?: ReactNode;
  /** A sheet over the lower part of the picture; beside it on a wide screen. */
  sheet?: ReactNode;
};

/** A citizen's conversation: dark around the picture, the controls at the bottom edge. */
export function CallFrame({ heading, stage, self, bar, top, sheet }: CallFrameProps) {
  return (
    <main id="main" className="on-night-ground flex h-dvh min-h-80 flex-col bg-night text-on-night">
      <h1 className="sr-only">{heading}</h1>
      <div className="text-ink">{top}</div>
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row lg:gap-4 lg:p-4 lg:pb-0">
        <div
          className={classNames(
            'relative min-h-48 flex-1',
            Boolean(self) && 'max-lg:[--tile-top-room:6.25rem] lg:[--tile-bottom-room:15rem]',
          )}
        >
          {stage}
          {self && (
            <div className="absolute top-3 right-3 h-30.5 w-23 lg:top-auto lg:right-4 lg:bottom-4 lg:h-36 lg:w-56">
              {self}
            </div>
          )}
        </div>
        {sheet && (
          <div className="relative [--focus-ink:var(--color-ink)] -mt-3.5 max-h-[62dvh] min-h-0 flex-initial animate-panel overflow-y-auto rounded-t-[18px] bg-surface px-5 py-4.5 text-ink lg:mt-0 lg:max-h-none lg:w-104 lg:flex-none lg:rounded-lg">
            {sheet}
          </div>
        )}
      </div>
      {bar}
    </main>
  );
}
