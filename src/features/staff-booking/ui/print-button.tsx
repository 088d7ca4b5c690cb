'use client';

import { Button } from '#shared/ui/button.tsx';
import { iconPrinter } from '#shared/ui/icons/printer.ts';

/** Opens the browser's own way to print. */
export function PrintButton({ text }: { text: string }) {
  return (
    <Button icon={iconPrinter} className="print:hidden" onClick={() => print()}>
      {text}
    </Button>
  );
}
