/** What stands in a form, per field. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** A press of a button of a list of rows: `add bring`, `up bring 2`, `down bring 2`, `drop bring 2`. */
export type RowPress = {
  readonly kind: 'add' | 'up' | 'down' | 'drop';
  readonly list: string;
  readonly index: number;
};

/** Reads the value of a submit button; null when it is none of a list. */
export function parseRowPress(value: unknown): RowPress | null {
  const match = /^(add|up|down|drop) ([a-zA-Z]+)(?: (\d{1,3}))?$/.exec(String(value));
  if (match === null) return null;
  const [, kind, list, index = '0'] = match;
  return { kind: kind as RowPress['kind'], list: list as string, index: Number(index) };
}

/** A row: its values by the part of the field's name that follows its number. */
export type Row = Readonly<Record<string, readonly string[]>>;

/** The name of a row's field, as nested forms are sent: `bring[0].title.nl`. */
export function rowField(list: string, index: number, field: string): string {
  return `${list}[${index}].${field}`;
}

/** The rows of a list that stand in a form, in order. */
export function rowsOf(typed: Typed, list: string): Row[] {
  const rows: Record<string, readonly string[]>[] = [];
  for (const [name, values] of Object.entries(typed)) {
    const match = /^([a-zA-Z]+)\[(\d{1,3})\]\.(.+)$/.exec(name);
    if (match === null || match[1] !== list) continue;
    const index = Number(match[2]);
    rows[index] = { ...rows[index], [match[3] as string]: values };
  }
  return rows.filter((row) => row !== undefined);
}

/**
 * What stands in the form after a press of a list's button, and the id of what has the focus then: the button again, or the row that came into
 * its place.
 * @param fields of a new row
 */
export function pressRow(
  typed: Typed,
  press: RowPress,
  fields: readonly string[],
): { readonly typed: Typed; readonly focus: string } {
  const { kind, list, index } = press;
  const rows = rowsOf(typed, list);
  if (kind === 'add') {
    const row = Object.fromEntries(fields.map((field) => [field, ['']]));
    return { typed: writeRows(typed, list, [...rows, row]), focus: rowId(list, rows.length) };
  }
  const row = rows[index];
  if (row === undefined) return { typed, focus: addId(list) };
  const others = rows.toSpliced(index, 1);
  if (kind === 'drop') {
    const focus = others.length === 0 ? addId(list) : rowId(list, Math.min(index, others.length - 1));
    return { typed: writeRows(typed, list, others), focus };
  }
  const place = Math.max(0, Math.min(others.length, index + (kind === 'up' ? -1 : 1)));
  const isAtEdge = kind === 'up' ? place === 0 : place === others.length;
  const focus = isAtEdge ? rowId(list, place) : moveId(list, place, kind);
  return { typed: writeRows(typed, list, others.toSpliced(place, 0, row)), focus };
}

function writeRows(typed: Typed, list: string, rows: readonly Row[]): Typed {
  const rest = Object.entries(typed).filter(([name]) => !name.startsWith(`${list}[`));
  const written = rows.flatMap((row, index) =>
    Object.entries(row).map(([field, values]) => [rowField(list, index, field), values] as const),
  );
  return Object.fromEntries([...rest, ...written]);
}

/** The ids of a list's parts. */
export const rowId = (list: string, index: number) => `${list}-${index}`;
export const moveId = (list: string, index: number, kind: 'up' | 'down') => `${list}-${index}-${kind}`;
export const addId = (list: string) => `${list}-add`;
