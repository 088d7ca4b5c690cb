'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import { complaintSubjects, longestComplaint, longestContact } from '../complaint.ts';

/** What came of the last submit; what was typed comes back when it could not be taken. */
export type ComplaintResult = {
  readonly problem: 'empty' | 'tooLong' | 'contactTooLong' | 'refused' | null;
  readonly typed: Readonly<Record<string, string>>;
};
export type ComplaintAction = (before: ComplaintResult, form: FormData) => Promise<ComplaintResult>;

/** The form of a complaint. Works without script. @param submissionKey names it, so that sent twice it is one */
export function ComplaintForm({ action, submissionKey }: { action: ComplaintAction; submissionKey: string }) {
  const t = useTranslations('complaint');
  const [result, submit] = useActionState(action, { problem: null, typed: {} });
  const { problem, typed } = result;
  const message = problem === null ? undefined : t(`problems.${problem}`, { limit: longestComplaint });
  const isOfContact = problem === 'contactTooLong';
  return (
    <form action={submit} noValidate className="grid gap-6">
      <ErrorSummary
        title={t('problems.title')}
        problems={message === undefined ? [] : [{ fieldId: isOfContact ? 'contact' : 'words', message }]}
        submission={result}
      />
      <input type="hidden" name="key" value={typed.key ?? submissionKey} />
      <ChoiceField
        name="subject"
        label={t('subject')}
        look="list"
        defaultValue={typed.subject ?? 'treatment'}
        choices={complaintSubjects.map((value) => ({ value, label: t(`subjects.${value}`) }))}
      />
      <TextArea
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        rows={6}
        error={isOfContact ? undefined : message}
        defaultValue={typed.words}
      />
      <TextField
        name="contact"
        label={t('contact')}
        hint={t('contactHint')}
        optional={t('optional')}
        maxLength={longestContact}
        error={isOfContact ? message : undefined}
        defaultValue={typed.contact}
      />
      <SubmitButton busyText={t('busy')} className="justify-self-start">
        {t('send')}
      </SubmitButton>
    </form>
  );
}
