'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Columns } from '#shared/ui/columns.tsx';
import { CallbackForm } from './callback-form.tsx';
import type { CallbackPageProps } from './callback-page-props.ts';
import { PromisedCall } from './promised-call.tsx';

/** Asks for a number and a moment, and says when the call comes. One page, with script and without. */
export function CallbackPage({ action, start, aside, ...props }: CallbackPageProps) {
  const t = useTranslations('callback');
  const [state, submit] = useActionState(action, start);
  const isWrong = state.trouble !== null || Object.keys(state.problems).length > 0;
  const title = state.promised === null ? t('title') : t('done.title');
  return (
    <Columns aside={aside}>
      <title>{`${isWrong ? `${t('errorTitle')} ` : ''}${title}, ${props.organisation.name}`}</title>
      {state.promised === null ? (
        <CallbackForm {...props} state={state} submit={submit} />
      ) : (
        <PromisedCall {...props} state={state} promised={state.promised} submit={submit} />
      )}
    </Columns>
  );
}
