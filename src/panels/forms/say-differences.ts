import { namesOf, type TypedRow } from '#journey/forms/form-answers.ts';
import type { FormField, FormStep } from '#journey/forms/form-definition.ts';
import type { FormReader } from './say-answer.ts';
import { controlName } from './sent-step.ts';

type TwoVersions = { readonly own: readonly TypedRow[]; readonly theirs: readonly TypedRow[] };

/** What another device saved where something else stands here, by the control's name; empty text where that is nothing. */
export function sayDifferences(
  { fields }: FormStep,
  { own, theirs }: TwoVersions,
  { language, say }: FormReader,
): Readonly<Record<string, string>> {
  const list = new Intl.ListFormat(language);
  const words = (field: FormField, values: readonly string[]) =>
    list.format(
      values.flatMap((value) => {
        if (field.kind !== 'choice') return value;
        const choice = field.choices.find(({ key }) => key === value);
        return choice === undefined ? [] : say(choice.text);
      }),
    );
  return Object.fromEntries(
    own.flatMap((row, index) =>
      fields.flatMap((field) =>
        namesOf(field).flatMap((name) => {
          const here = filled(row[name]);
          const there = filled(theirs[index]?.[name]);
          return here.join('\n') === there.join('\n')
            ? []
            : [[controlName(index, name), words(field, there)] as const];
        }),
      ),
    ),
  );
}

const filled = (values: readonly string[] = []) =>
  values.map((value) => value.trim()).filter((value) => value !== '');
