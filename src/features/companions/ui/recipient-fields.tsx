import { useLocale, useTranslations } from 'next-intl';
import { type Language, languages } from '#journey/language.ts';
import { SelectField } from '#shared/ui/select-field.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { SendLinkProblem } from '../companion-link.ts';
import type { TypedRecipient } from '../read-recipient.ts';

/** What is wrong with what was typed; everything else is said above the links. */
const problemsOfField = ['toMissing', 'toWrong', 'notMobile', 'stopped'] as const;
export type FieldProblem = (typeof problemsOfField)[number];

export function fieldProblemOf(code: SendLinkProblem | 'tooMany' | 'unexpected' | null): FieldProblem | null {
  return problemsOfField.find((each) => each === code) ?? null;
}

/** To whom a link goes, and in which language. What was typed stays, whatever is wrong with it. */
export function RecipientFields({
  id,
  typed,
  problem,
}: {
  id: string;
  typed: TypedRecipient | null;
  problem: FieldProblem | null;
}) {
  const t = useTranslations('companions');
  const locale = useLocale() as Language;
  const language = typed?.language ?? locale;
  return (
    <>
      <TextField
        key={`to ${typed?.to}`}
        id={`${id}-to`}
        name="to"
        label={t('send.to')}
        hint={t('send.toHint')}
        error={problem === null ? undefined : t(`problems.${problem}`)}
        defaultValue={typed?.to}
        maxLength={254}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SelectField
        key={`language ${language}`}
        id={`${id}-language`}
        name="language"
        label={t('send.language')}
        defaultValue={language}
        options={languages.map((value) => ({ value, text: t(`send.languages.${value}`) }))}
      />
    </>
  );
}
