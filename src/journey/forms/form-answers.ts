import type { FormCondition, FormContent, FormField, FormStep } from './form-definition.ts';

/**
 * What was typed in a form, as it was typed: so that nothing is lost, whatever is wrong with it. A step that does not repeat has one row.
 * In a row a field stands under its key; the parts of an address under `key.city` and the like.
 */
export type TypedRow = Readonly<Record<string, readonly string[]>>;
export type TypedAnswers = Readonly<Record<string, readonly TypedRow[]>>;

export const addressParts = ['street', 'number', 'box', 'postalCode', 'city'] as const;
export type AddressPart = (typeof addressParts)[number];

/** The names under which a field is typed. */
export function namesOf({ key, kind }: Pick<FormField, 'key' | 'kind'>): readonly string[] {
  return kind === 'address' ? addressParts.map((part) => `${key}.${part}`) : [key];
}

/**
 * The steps that are asked, each with the fields of it that are. A condition on something that is not asked itself does not hold, whatever
 * was answered there before.
 */
export function visibleSteps({ steps }: FormContent, answers: TypedAnswers): readonly FormStep[] {
  const chosen = new Map<string, readonly string[]>();
  const holds = (condition: FormCondition | null) =>
    condition === null || (chosen.get(condition.field)?.includes(condition.answer) ?? false);
  const visible: FormStep[] = [];
  for (const step of steps) {
    if (!holds(step.condition)) continue;
    const fields = step.fields.filter((field) => holds(field.condition));
    if (fields.length === 0) continue;
    visible.push({ ...step, fields });
    if (step.repeats !== null) continue;
    const row = answers[step.key]?.[0] ?? {};
    for (const field of fields) if (field.kind === 'choice') chosen.set(field.key, row[field.key] ?? []);
  }
  return visible;
}

/** The answers to what is asked, and nothing else. */
export function keepVisible(content: FormContent, answers: TypedAnswers): TypedAnswers {
  return Object.fromEntries(
    visibleSteps(content, answers).flatMap((step) => {
      const rows = rowsOf(step, answers).map((row) => keepFields(step, row));
      return rows.length === 0 ? [] : [[step.key, rows] as const];
    }),
  );
}

function keepFields({ fields }: FormStep, row: TypedRow): TypedRow {
  const names = fields.flatMap(namesOf);
  return Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
}

/** The rows that count: those in which something stands, and as many as there must be. */
export function rowsOf({ key, fields, repeats }: FormStep, answers: TypedAnswers): readonly TypedRow[] {
  const typed = answers[key] ?? [];
  if (repeats === null) return [typed[0] ?? {}];
  const names = fields.flatMap(namesOf);
  const isFilled = (row: TypedRow) => names.some((name) => row[name]?.some((text) => text.trim() !== ''));
  const count = Math.max(typed.length, repeats.least);
  return Array.from({ length: count }, (_, index) => typed[index] ?? {}).filter(
    (row, index) => index < repeats.least || isFilled(row),
  );
}
