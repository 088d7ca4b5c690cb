import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import { Button } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { WordPair } from '#shared/ui/word-pair.tsx';
import { callbackFields } from '../callback-form.ts';
import { type CallbackState, callbackFormId } from '../callback-state.ts';
import type { CallbackPageProps } from './callback-page-props.ts';

type PromisedCallProps = Pick<CallbackPageProps, 'service' | 'organisation'> & {
  readonly state: CallbackState;
  readonly promised: NonNullable<CallbackState['promised']>;
  readonly submit: (form: FormData) => void;
};

/** When and where the call comes, by which words it is known, and the way to put something right. */
export function PromisedCall({ state, promised, submit, service, organisation }: PromisedCallProps) {
  const t = useTranslations('callback.done');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="ring-none">
        {t('title')}
      </h1>
      <p className="mt-3 text-lead">{t('lead')}</p>
      <Card className="mt-6">
        <FactList
          facts={[
            { icon: iconPhone, term: t('number'), detail: formatPhoneLocally(promised.phone) },
            { icon: iconClock4, term: t('when'), detail: promised.when },
            { icon: iconFileText, term: t('about'), detail: service.name },
          ]}
        />
      </Card>
      <form id={callbackFormId} action={submit} className="mt-2">
        <input type="hidden" name="service" value={service.slug} />
        <input type="hidden" name="submissionKey" value={state.submissionKey} />
        {callbackFields.map((name) => (
          <input key={name} type="hidden" name={name} value={state.typed[name]} />
        ))}
        <Button type="submit" name="intent" value="edit" look="underlined">
          {t('edit')}
        </Button>
      </form>
      <section aria-labelledby="words" className="mt-6">
        <h2 id="words">{t('words.title')}</h2>
        <p className="mt-2">{t('words.text')}</p>
        <WordPair words={promised.phraseWords} className="mt-3" />
        <p className="mt-3 text-note text-ink-2">{t('words.wrong', { phone: organisation.phone })}</p>
      </section>
      <p className="mt-6">{t('missed')}</p>
    </>
  );
}
