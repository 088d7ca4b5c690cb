'use client';

import { useActionState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { iconRefreshCw } from '#shared/ui/icons/refresh-cw.ts';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';

/** The address is there once: right after it was made. */
export type FeedState = { readonly address: string | null; readonly problem: string | null };

type FeedFormProps = {
  readonly action: (previous: FeedState, form: FormData) => Promise<FeedState>;
  readonly seatId: string;
  readonly exists: boolean;
  readonly words: Readonly<Record<'make' | 'renew' | 'stop' | 'busy' | 'once' | 'address' | 'copy', string>>;
};

/** Makes, renews or ends the secret address of a seat's calendar. */
export function FeedForm({ action, seatId, exists, words }: FeedFormProps) {
  const [state, submit] = useActionState(action, { address: null, problem: null });
  return (
    <form action={submit} className="mt-3 grid gap-3">
      <input type="hidden" name="seat" value={seatId} />
      {state.problem && (
        <Notice kind="danger" role="alert">
          {state.problem}
        </Notice>
      )}
      {state.address && (
        <Notice kind="ok" role="status" title={words.once}>
          <label htmlFor="feed-address" className="mt-2 block font-bold">
            {words.address}
          </label>
          <input
            id="feed-address"
            readOnly
            value={state.address}
            className="code mt-1 w-full rounded-sm border border-edge bg-surface px-2 py-1.5 text-small"
          />
          <Button look="underlined" onClick={() => void navigator.clipboard.writeText(state.address ?? '')}>
            {words.copy}
          </Button>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="change" value="renew" look="secondary" icon={iconRefreshCw} busyText={words.busy}>
          {exists ? words.renew : words.make}
        </SubmitButton>
        {exists && (
          <SubmitButton name="change" value="stop" look="danger" icon={iconTrash} busyText={words.busy}>
            {words.stop}
          </SubmitButton>
        )}
      </div>
    </form>
  );
}
