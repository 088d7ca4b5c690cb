import type { TypedRow } from '#journey/forms/form-answers.ts';
import { formLimits } from '#journey/forms/form-definition.ts';

/** A button of a step: go on, go back, one more of what repeats, one less, or show the same again. */
export type StepPress =
  | { readonly kind: 'next' | 'previous' | 'add' | 'look' }
  | { readonly kind: 'drop'; readonly row: number };

export type SentStep = {
  readonly step: string;
  readonly rows: readonly TypedRow[];
  /** The filling's revision that the page showed. */
  readonly seen: number;
  readonly press: StepPress;
};

/** The name of a control: the row that it is in and its name there. */
export const controlName = (row: number, name: string): string => `${row}.${name}`;

/** Reads a step as a browser sends it. Whatever else is in it is left. */
export function readSentStep(step: string, form: FormData): SentStep {
  const rows: Record<string, string[]>[] = [];
  for (const [name, value] of form.entries()) {
    const [, index, inRow] = /^(\d{1,2})\.(.{1,40})$/.exec(name) ?? [];
    if (index === undefined || inRow === undefined || typeof value !== 'string') continue;
    if (Number(index) > formLimits.rows) continue;
    const row = rows[Number(index)] ?? {};
    rows[Number(index)] = { ...row, [inRow]: [...(row[inRow] ?? []), value] };
  }
  const seen = Number(form.get('seen'));
  return {
    step,
    rows: Array.from(rows, (row) => row ?? {}),
    seen: Number.isInteger(seen) ? seen : 0,
    press: readPress(form.get('intent')),
  };
}

function readPress(intent: unknown): StepPress {
  const [, row] = /^drop (\d{1,2})$/.exec(String(intent)) ?? [];
  if (row !== undefined) return { kind: 'drop', row: Number(row) };
  const plain = (['next', 'previous', 'add'] as const).find((kind) => kind === intent);
  return { kind: plain ?? 'look' };
}
