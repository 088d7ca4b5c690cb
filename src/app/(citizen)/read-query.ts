/** What stands behind the question mark of an address: each name once, several times, or not at all. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longer values are cut off: nothing that we link to comes near. */
const mostCharacters = 300;

/** The values of these names; of a name that stands there several times, the first. */
export function readQuery<Name extends string>(
  query: Query,
  names: readonly Name[],
): { [Key in Name]?: string } {
  const values: { [Key in Name]?: string } = {};
  for (const name of names) {
    const value = [query[name]].flat()[0];
    if (value !== undefined) values[name] = value.slice(0, mostCharacters);
  }
  return values;
}
