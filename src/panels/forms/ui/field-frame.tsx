'use client';

import { createContext, type ReactNode, use } from 'react';
import { classNames } from '#shared/ui/class-names.ts';

/** What the other one who fills in does to the fields of a step. */
export type FieldMarks = {
  /** The control in which the other one is; null when they are in none. */
  readonly otherAt: string | null;
  /** How that is said there: "Mieke is hier". */
  readonly otherWords: string;
  /** It is somebody else's form that the reader fills in with them. */
  readonly isClerk: boolean;
  /** Whether what stands in a control was filled in by the clerk. */
  readonly isHelped: (control: string) => boolean;
};

const noMarks: FieldMarks = { otherAt: null, otherWords: '', isClerk: false, isHelped: () => false };

/** Of the step around; nothing where nobody else fills in. */
export const FieldMarksContext = createContext<FieldMarks>(noMarks);

export const useFieldMarks = (): FieldMarks => use(FieldMarksContext);

/** Around a field: the lamp's edge, and who it is, where the other one is. It takes no room, so that nothing moves under who types. */
export function FieldFrame({ control, children }: { control: string; children: ReactNode }) {
  const { otherAt, otherWords } = useFieldMarks();
  const isThere = otherAt === control || (otherAt?.startsWith(`${control}.`) ?? false);
  return (
    <div
      className={classNames(
        'relative rounded-md',
        isThere && 'outline-3 outline-offset-6 outline-lamp forced-colors:outline-[Highlight]',
      )}
    >
      {isThere && (
        <span className="pointer-events-none absolute right-0 bottom-full z-1 max-w-full truncate rounded-tag bg-lamp px-1.75 py-0.25 text-[0.875rem] leading-5 font-medium text-on-lamp">
          {otherWords}
        </span>
      )}
      {children}
    </div>
  );
}
