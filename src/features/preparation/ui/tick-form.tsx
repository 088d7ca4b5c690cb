import type { ReactNode } from 'react';
import { TickButton } from '#shared/ui/tick-button.tsx';

/** What a form of the preparation is sent to. */
export type FormAction = (form: FormData) => Promise<void>;

type TickFormProps = { action: FormAction; itemKey: string; isTicked: boolean; children: ReactNode };

/** Says to have something ready, or takes that back. */
export function TickForm({ action, itemKey, isTicked, children }: TickFormProps) {
  return (
    <form action={action} className="mt-1">
      <input type="hidden" name="item" value={itemKey} />
      <TickButton name="ready" value={isTicked ? 'no' : 'yes'} checked={isTicked}>
        {children}
      </TickButton>
    </form>
  );
}
