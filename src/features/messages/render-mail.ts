import { escapeHtml } from '#shared/escape-html.ts';
import { fingerprintTheme, type OrganisationTheme } from '#shared/ui/organisation-theme.ts';
import { type MailPictures, renderAppointmentMail } from '../../../emails/appointment-mail.ts';
import type { MailContent } from '../../../emails/mail-content.ts';

/**
 * Mails of one kind differ in their words and not in how they are set out, and setting out is the dear part. So the HTML is made once
 * with a mark in place of each text, and the texts are filled in for each mail. What a mail is set out by (which parts it has, how
 * many lines) belongs to the name under which its HTML is kept.
 */

/** Signs for private use (Unicode, section 23.5): no text of ours holds them, and HTML needs no escape for them. */
const [open, close] = ['\ue000', '\ue001'];
const mark = /\ue000(\d+)\ue001/;
const marksInTexts = /[\ue000\ue001]/g;

/** More than the kinds, languages and municipalities of a large installation; then the oldest goes. */
const keptAtMost = 2_000;

/** Constant text and, between two of those, the number of the text to fill in. */
type Pattern = readonly (readonly [before: string, text: number | null])[];
const patterns = new Map<string, Promise<Pattern>>();
const fingerprints = new WeakMap<OrganisationTheme, string>();

/** The HTML of a mail: the same as `renderAppointmentMail` gives, at a hundredth of the work. */
export async function renderMail(
  content: MailContent,
  theme: OrganisationTheme,
  pictures: MailPictures,
): Promise<string> {
  const texts: string[] = [];
  const outline = outlineOf(content, texts) as MailContent;
  const key = JSON.stringify([fingerprintOf(theme), pictures, outline]);
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    pattern = renderAppointmentMail(outline, theme, pictures).then(patternOf);
    pattern.catch(() => patterns.delete(key));
    if (patterns.size >= keptAtMost) patterns.delete(patterns.keys().next().value ?? '');
    patterns.set(key, pattern);
  }
  return fillIn(await pattern, texts);
}

function fingerprintOf(theme: OrganisationTheme): string {
  const fingerprint = fingerprints.get(theme) ?? fingerprintTheme(theme);
  fingerprints.set(theme, fingerprint);
  return fingerprint;
}

/** The content with a mark for each line of each text; what is empty stays so. */
function outlineOf(value: unknown, texts: string[]): unknown {
  if (typeof value === 'string')
    return value
      .split('\n')
      .map((line) => markOf(line, texts))
      .join('\n');
  if (Array.isArray(value)) return value.map((each) => outlineOf(each, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, outlineOf(each, texts)]));
}

function markOf(line: string, texts: string[]): string {
  if (line === '') return '';
  texts.push(escapeHtml(line.replace(marksInTexts, '')));
  return `${open}${texts.length - 1}${close}`;
}

function patternOf(html: string): Pattern {
  const parts = html.split(mark);
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [];
    const next = parts[index + 1];
    return [[part, next === undefined ? null : Number(next)] as const];
  });
}

function fillIn(pattern: Pattern, texts: readonly string[]): string {
  let html = '';
  for (const [before, text] of pattern) html += text === null ? before : before + texts[text];
  return html;
}
