import addressparser from 'nodemailer/lib/addressparser';
import { isMailAddress, type Refusal } from './addresses.ts';

const longestLineOctets = 998;
const onceRequired = ['date', 'from', 'message-id'];
const onceAtMost = ['sender', 'reply-to', 'to', 'cc', 'bcc', 'in-reply-to', 'references', 'subject'];
const headerName = /^[!-9;-~]+$/;
const messageId = /^<[^\s<>@]+@[^\s<>@]+>$/;
const date =
  /^(?:\w{3},\s*)?\d{1,2} \w{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UT)(?:\s*\([^)]*\))?$/;

/**
 * Looks at a received message as a strict server does (RFC 5322, sections 2.1.1, 2.3, 3.6): line ends and
 * lengths, then the header. Answers the first fault as an SMTP refusal, or null for a sound message.
 */
export function checkMessage(source: Buffer, allowsUtf8Header: boolean): Refusal | null {
  const fault = lineFault(source) ?? headerFault(source, allowsUtf8Header);
  return fault === null ? null : { code: 554, text: `5.6.0 ${fault}` };
}

function lineFault(source: Buffer): string | null {
  let start = 0;
  for (let line = 1; start < source.length; line++) {
    const lineFeed = source.indexOf(0x0a, start);
    const end = lineFeed === -1 ? source.length : lineFeed - 1;
    if (lineFeed !== -1 && source[end] !== 0x0d) return `line ${line} ends in a bare LF`;
    const text = source.subarray(start, end);
    if (text.includes(0x0d)) return `line ${line} has a bare CR`;
    if (text.includes(0)) return `line ${line} has a NUL`;
    if (text.length > longestLineOctets) return `line ${line} is longer than ${longestLineOctets} octets`;
    start = end + 2;
  }
  return null;
}

function headerFault(source: Buffer, allowsUtf8: boolean): string | null {
  const end = source.indexOf('\r\n\r\n');
  const header = source.subarray(0, end === -1 ? source.length : end).toString('utf8');
  const fields = parseHeader(header);
  if (fields === null) return 'the header has a line that is no field';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is exactly whether all is ASCII
  if (!allowsUtf8 && !/^[\x00-\x7f]*$/.test(header))
    return 'the header is not ASCII and SMTPUTF8 was not asked';

  for (const name of [...onceRequired, ...onceAtMost]) {
    const values = fields.filter((field) => field.name === name);
    if (values.length > 1) return `the header has ${values.length} ${name} fields`;
    if (values.length === 0 && onceRequired.includes(name)) return `the header has no ${name} field`;
  }
  const textOf = (name: string) => fields.find((field) => field.name === name)?.value ?? '';
  if (!date.test(textOf('date')) || Number.isNaN(Date.parse(textOf('date')))) return 'the Date is not a date';
  if (!messageId.test(textOf('message-id'))) return 'the Message-ID is not <left@right>';
  return fromFault(textOf('from'));
}

function fromFault(from: string): string | null {
  const authors = addressparser(from, { flatten: true });
  const sound = authors.length > 0 && authors.every(({ address }) => address && isMailAddress(address));
  return sound ? null : 'the From is not a mail address';
}

/** The fields of a header with folded lines joined; null when a line is neither field nor continuation. */
function parseHeader(header: string): { name: string; value: string }[] | null {
  const fields: { name: string; value: string }[] = [];
  for (const line of header.split('\r\n')) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last.value = `${last.value} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0));
    if (!headerName.test(name)) return null;
    fields.push({ name: name.toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return fields;
}
