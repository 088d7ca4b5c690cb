'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useActionState, useEffect, useRef, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { iconUndo2 } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import type { WordedPart } from '../own-texts.ts';
import { MailPreview, previewAddress } from './mail-preview.tsx';
import {
  type EditedMessage,
  freshOwnTexts,
  type OwnTextsAction,
  type OwnTextsState,
  type TextPerPart,
} from './own-texts-state.ts';
import { SmsPreview } from './sms-preview.tsx';
import { VariableList } from './variable-list.tsx';

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** The words of one message, with what they look like beside them while they are typed. */
export function OwnTextEditor({ message, action }: { message: EditedMessage; action: OwnTextsAction }) {
  const t = useTranslations('messageTexts');
  const [state, submit] = useActionState(action, freshOwnTexts);
  const [texts, setTexts] = useState<TextPerPart>({ ...message.texts, ...state.typed });
  const lastUsed = useRef<Typed | null>(null);
  useWarningBeforeLeaving(message.parts.some((part) => texts[part] !== message.texts[part]));
  const change = (part: WordedPart, text: string) => setTexts((all) => ({ ...all, [part]: text }));
  const insert = (name: string, allowed: readonly WordedPart[]) => {
    const field = lastUsed.current ?? document.getElementById(allowed[0] ?? 'text');
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    if (!allowed.some((part) => part === field.name)) return;
    field.focus();
    field.setRangeText(`{${name}}`, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    change(field.name as WordedPart, field.value);
  };
  const reset = (event: MouseEvent) => {
    event.preventDefault();
    setTexts(message.defaults);
  };
  const note = (part: WordedPart) => t(`hints.${part}`);
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(20rem,27rem)_minmax(0,1fr)]">
      <form action={submit} noValidate aria-label={t('edit.form')} className="grid content-start gap-5">
        <Problems state={state} message={message} />
        <input type="hidden" name="wording" value={message.wording} />
        <input type="hidden" name="channel" value={message.channel} />
        <input type="hidden" name="language" value={message.language} />
        <input type="hidden" name="seen" value={state.seen ?? message.seen} />
        {message.parts.map((part) => {
          const isLine = part === 'subject' || part === 'title';
          const props = {
            name: part,
            label: t(`parts.${part}`),
            hint: note(part),
            error: state.problems[part],
            lang: message.language,
            value: texts[part] ?? '',
            onFocus: ({ currentTarget }: { currentTarget: Typed }) => {
              lastUsed.current = currentTarget;
            },
            onChange: ({ currentTarget }: { currentTarget: Typed }) => change(part, currentTarget.value),
          };
          if (isLine) return <TextField key={part} {...props} autoComplete="off" />;
          return <TextArea key={part} {...props} rows={part === 'text' ? 8 : 4} />;
        })}
        <VariableList variables={message.variables} insert={insert} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton name="intent" value="save" busyText={t('edit.busy')}>
            {t('edit.save')}
          </SubmitButton>
          <Button
            type="submit"
            name="intent"
            value="reset"
            look="underlined"
            icon={iconUndo2}
            onClick={reset}
          >
            {t('edit.reset')}
          </Button>
          {message.channel === 'email' && (
            <noscript>
              <button type="submit" formAction={previewAddress} formMethod="post" formTarget="preview-0">
                {t('preview.refresh')}
              </button>
            </noscript>
          )}
        </div>
      </form>
      <section aria-label={t('preview.title')} className="min-w-0">
        <h2 className="text-[1.25rem] leading-7">{t('preview.title')}</h2>
        <p className="mt-1 max-w-text text-small text-ink-2">{t('preview.note')}</p>
        {message.channel === 'email' ? (
          <MailPreview message={message} texts={texts} />
        ) : (
          <SmsPreview
            text={texts.text?.trim() || (message.defaults.text ?? '')}
            values={message.values}
            language={message.language}
          />
        )}
      </section>
    </div>
  );
}

function Problems({ state, message }: { state: OwnTextsState; message: EditedMessage }) {
  const t = useTranslations('messageTexts.edit');
  const problems = message.parts.flatMap((part) => {
    const said = state.problems[part];
    return said === undefined ? [] : [{ fieldId: part, message: said }];
  });
  return (
    <div className="grid gap-3 empty:hidden">
      <ErrorSummary title={t('wrong')} problems={problems} submission={state} />
      {state.problem && (
        <Notice kind="danger" role="alert">
          {state.problem}
        </Notice>
      )}
    </div>
  );
}

/** The browser asks whether to leave a page on which something is typed and not saved. */
function useWarningBeforeLeaving(isChanged: boolean) {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
}
