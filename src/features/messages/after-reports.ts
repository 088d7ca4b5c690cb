import type { MessageState } from '#journey/message-state.ts';
import { type ReportedState, stateAfter } from './message-states.ts';

/** One thing that was told of a message. The code is that of a failure. */
export type Told = { readonly state: ReportedState; readonly failureCode: string | null };

type Stand = { readonly state: MessageState; readonly failureCode: string | null };

/** Where a message stands after all that was told of it, in whatever order it came. Of several failures the first code in the alphabet is kept. */
export function afterReports(stand: Stand, told: readonly Told[]): Stand {
  const state = stateAfter(
    stand.state,
    told.map((each) => each.state),
  );
  if (state !== 'failedForGood')
    return { state, failureCode: state === stand.state ? stand.failureCode : null };
  const codes = told.flatMap(({ failureCode }) => (failureCode === null ? [] : [failureCode]));
  return { state, failureCode: codes.sort()[0] ?? stand.failureCode };
}
