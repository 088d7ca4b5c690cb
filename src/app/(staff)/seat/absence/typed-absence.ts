import type { TypedAbsence } from '#features/absence/absence-form.ts';

const fields = ['seat', 'from', 'fromTime', 'until', 'untilTime', 'reason'] as const;

/** What stands in the fields, out of an address or a form. */
export function typedOf(read: (name: string) => unknown): TypedAbsence {
  const text = (name: string) => String(read(name) ?? '').slice(0, 60);
  return Object.fromEntries(fields.map((name) => [name, text(name)])) as TypedAbsence;
}

/** The address that asks for the same again. */
export function hrefOf(typed: TypedAbsence): string {
  return `/seat/absence?${new URLSearchParams(typed)}`;
}
