import type { ReactNode } from 'react';
import type { CallbackState } from '../callback-state.ts';

/** What the page on which a call is asked for is made of. */
export type CallbackPageProps = {
  readonly action: (before: CallbackState, form: FormData) => Promise<CallbackState>;
  readonly start: CallbackState;
  readonly service: { readonly slug: string; readonly name: string; readonly asksQuestion: boolean };
  readonly organisation: { readonly name: string; readonly phone: string };
  readonly aside: ReactNode;
};
