/** The parts of an icon on a field of 24 by 24: element name and attributes. */
export type IconShape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
