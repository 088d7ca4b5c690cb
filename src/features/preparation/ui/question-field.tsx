import { mostAnswerCharacters, type PreparatoryQuestion } from '#journey/preparatory-questions.ts';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import type { PreparationReader } from './reader.ts';

type QuestionFieldProps = {
  question: PreparatoryQuestion;
  reader: PreparationReader;
  words: { readonly optional: string; readonly error: string | undefined };
};

/** One question of a service, drawn by its kind. */
export function QuestionField({ question, reader: { say }, words }: QuestionFieldProps) {
  const { id, kind, label, hint, choices, isMandatory, answer } = question;
  const field = {
    id: `answer-${id}`,
    name: `answer.${id}`,
    label: say(label),
    hint: hint === null ? undefined : say(hint),
    error: words.error,
    optional: isMandatory ? undefined : words.optional,
  };
  if (kind === 'choice')
    return (
      <ChoiceField
        {...field}
        choices={choices.map((choice) => ({ value: choice.nl, label: say(choice) }))}
        defaultValue={answer ?? undefined}
      />
    );
  if (kind === 'date') return <TextField {...field} type="date" width="half" defaultValue={answer ?? ''} />;
  return <TextArea {...field} rows={3} maxLength={mostAnswerCharacters} defaultValue={answer ?? ''} />;
}
