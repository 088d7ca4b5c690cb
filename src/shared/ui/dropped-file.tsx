'use client';

import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export type DroppedFileProps = {
  /** That it was not sent, and how it is. */
  title: string;
  text: string;
  closeText: string;
};

/**
 * Keeps a file that is dropped anywhere on the page from opening in its stead, and says so. A field for files takes them as ever, and
 * who answered for themselves (`preventDefault`) is left to it.
 */
export function DroppedFile({ title, text, closeText }: DroppedFileProps) {
  const [isDropped, setDropped] = useState(false);
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented || !carriesFiles(event) || isForFiles(event.target)) return;
      event.preventDefault();
      if (event.type === 'drop') setDropped(true);
    };
    for (const type of ['dragover', 'drop'] as const) addEventListener(type, refuse);
    return () => {
      for (const type of ['dragover', 'drop'] as const) removeEventListener(type, refuse);
    };
  }, []);
  return (
    <div role="alert" className="fixed inset-x-0 top-0 z-reconnect empty:hidden print:hidden">
      {isDropped && (
        <Notice
          kind="warn"
          title={title}
          action={
            <Button look="underlined" onClick={() => setDropped(false)}>
              {closeText}
            </Button>
          }
        >
          {text}
        </Notice>
      )}
    </div>
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function isForFiles(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'file';
}
