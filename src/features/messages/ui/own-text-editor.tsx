'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { iconUndo2 } from '#shared/ui/icons/undo-2.ts';
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
} from './own-texts-state.ts';
import { SmsPreview } from './sms-preview.tsx';
import { type TypedField, useWrittenTexts, type WrittenTexts } from './use-written-texts.ts';
import { VariableList } from './variable-list.tsx';

type EditorProps = { readonly message: EditedMessage; readonly action: OwnTextsAction };

/** The words of one message, with what they look like beside them while they are typed. */
export function OwnTextEditor({ message, action }: EditorProps) {
  const t = useTranslations('messageTexts');
  const [state, submit] = useActionState(action, freshOwnTexts);
  const written = useWrittenTexts(message, state);
  const { wording, channel, language } = message;
  const hidden = { wording, channel, language, seen: state.seen ?? message.seen };
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(20rem,27rem)_minmax(0,1fr)]">
      <form action={submit} noValidate aria-label={t('edit.form')} className="grid content-start gap-5">
        <Problems state={state} message={message} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {message.parts.map((part) => (
          <PartField
            key={`${part} ${written.round}`}
            part={part}
            language={language}
            error={state.problems[part]}
            written={written}
          />
        ))}
        <VariableList variables={message.variables} insert={written.insert} />
        <Buttons hasPreview={channel === 'email'} reset={written.reset} />
      </form>
      <section aria-label={t('preview.title')} className="min-w-0">
        <h2 className="text-[1.25rem] leading-7">{t('preview.title')}</h2>
        <p className="mt-1 max-w-text text-small text-ink-2">{t('preview.note')}</p>
        {channel === 'email' ? (
          <MailPreview message={message} texts={written.texts} />
        ) : (
          <SmsPreview
            text={written.texts.text?.trim() || (message.defaults.text ?? '')}
            values={message.values}
            language={language}
          />
        )}
      </section>
    </div>
  );
}

type PartFieldProps = {
  readonly part: WordedPart;
  /** BCP 47, of the message. */
  readonly language: string;
  readonly error: string | undefined;
  readonly written: WrittenTexts;
};

function PartField({ part, language, error, written }: PartFieldProps) {
  const t = useTranslations('messageTexts');
  const props = {
    name: part,
    label: t(`parts.${part}`),
    hint: t(`hints.${part}`),
    error,
    lang: language,
    defaultValue: written.texts[part] ?? '',
    onFocus: ({ currentTarget }: { currentTarget: TypedField }) => {
      written.lastUsed.current = currentTarget;
    },
    onChange: ({ currentTarget }: { currentTarget: TypedField }) => written.change(part, currentTarget.value),
  };
  if (part === 'subject' || part === 'title') return <TextField {...props} autoComplete="off" />;
  return <TextArea {...props} rows={part === 'text' ? 8 : 4} />;
}

function Buttons({ hasPreview, reset }: { readonly hasPreview: boolean; readonly reset: () => void }) {
  const t = useTranslations('messageTexts');
  return (
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
        onClick={(event) => {
          event.preventDefault();
          reset();
        }}
      >
        {t('edit.reset')}
      </Button>
      {hasPreview && (
        <noscript>
          <button type="submit" formAction={previewAddress} formMethod="post" formTarget="preview-0">
            {t('preview.refresh')}
          </button>
        </noscript>
      )}
    </div>
  );
}

function Problems({ state, message }: { readonly state: OwnTextsState; readonly message: EditedMessage }) {
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
