import { namesOf, rowsOf, type TypedRow } from '#journey/forms/form-answers.ts';
import { type FormStep, formLimits } from '#journey/forms/form-definition.ts';
import { tidyText } from '#journey/preparatory-questions.ts';

/** Longer than anything that is right, so that what is too long comes back whole. */
const mostCharacters = formLimits.characters + 1000;

/** The rows of a step as they are kept: the names that it has, without signs that nobody sees, and without rows in which nothing stands. */
export function tidyRows(step: FormStep, typed: readonly TypedRow[]): readonly TypedRow[] {
  const names = step.fields.flatMap(namesOf);
  const tidied = typed.slice(0, formLimits.rows + 1).map((row) =>
    Object.fromEntries(
      names.map((name) => {
        const values = (row[name] ?? []).slice(0, formLimits.choices);
        return [name, values.map((value) => tidyText(value, mostCharacters))];
      }),
    ),
  );
  return rowsOf(step, { [step.key]: tidied });
}
