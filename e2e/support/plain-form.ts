import { type Answer, ask } from './http.ts';

/** Forms as a browser without script reads and sends them (HTML standard, section 4.10.21.4), for many visitors at once. */
export type PlainForm = ReadonlyMap<string, string>;

/** The fields of the form that holds a field of this name. Buttons are left out: who sends it presses one. */
export function readForm(html: string, fieldName: string): PlainForm {
  const forms = [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].map(([, inside = '']) => inside);
  const form = forms.find((inside) => inside.includes(`name="${fieldName}"`));
  if (form === undefined) throw new Error(`There is no form with a field "${fieldName}".`);
  const fields = new Map<string, string>();
  for (const [, attributes = ''] of form.matchAll(/<input\b([^>]*)>/g)) {
    const name = readAttribute(attributes, 'name');
    const isUnchosen = /\btype="(?:radio|checkbox)"/.test(attributes) && !/\bchecked\b/.test(attributes);
    if (name !== null && !isUnchosen) fields.set(name, readAttribute(attributes, 'value') ?? '');
  }
  for (const [, attributes = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)) {
    fields.set(readAttribute(attributes, 'name') ?? '', decode(text));
  }
  return fields;
}

/** Sends a form to the page that it stands on, with some fields filled in and a button pressed. */
export async function sendForm(
  origin: string,
  path: string,
  form: PlainForm,
  filledIn: Readonly<Record<string, string>>,
): Promise<Answer> {
  const data = new FormData();
  for (const [name, value] of new Map([...form, ...Object.entries(filledIn)])) data.set(name, value);
  const encoded = new Response(data);
  const headers = { origin, 'content-type': encoded.headers.get('content-type') ?? '' };
  return ask(origin, path, { method: 'POST', headers, body: Buffer.from(await encoded.arrayBuffer()) });
}

function readAttribute(attributes: string, name: string): string | null {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? null : decode(value);
}

function decode(text: string): string {
  const named: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, name) => {
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return decimal === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });
}
