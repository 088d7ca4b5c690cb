import { type EmailAddress, type ParsedMail, simpleParser } from 'mailparser';

/** What the inbox shows of a message without opening it. */
export interface MessageSummary {
  /** The From as written, decoded: `Stad Leiebeke <balie@leiebeke.example>`. */
  from: string;
  subject: string;
}

/** A file that came with a message. Pictures that the HTML shows itself are not listed. */
export interface MessageAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** A message taken apart. `text` and `html` are null when the message has no such part. */
export interface MessageContent extends MessageSummary {
  text: string | null;
  html: string | null;
  /** Every header field by its name in lower case, unfolded but not decoded, in order of appearance. */
  headers: Record<string, string[]>;
  attachments: MessageAttachment[];
}

/** Takes a message apart; delivery reports stay attachments, and nothing is made up for a part that is absent. */
export async function parseMessage(source: Buffer): Promise<MessageContent> {
  const parsed = await simpleParser(source, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  return {
    from: (parsed.from?.value ?? []).map(readable).join(', '),
    subject: parsed.subject ?? '',
    text: parsed.text || null,
    html: parsed.html || null,
    headers: headersOf(parsed),
    attachments: parsed.attachments
      .filter((attachment) => !attachment.related)
      .map(({ filename, contentType, content }, index) => ({
        filename: filename ?? `bijlage-${index + 1}${suffixOf(contentType)}`,
        contentType,
        content,
      })),
  };
}

function readable({ name, address = '' }: EmailAddress): string {
  return name ? `${name} <${address}>` : address;
}

function headersOf(parsed: ParsedMail): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const { key, line } of parsed.headerLines) {
    const value = line.slice(line.indexOf(':') + 1);
    headers[key] = [...(headers[key] ?? []), value.replace(/\r?\n(?=[ \t])/g, '').trim()];
  }
  return headers;
}

function suffixOf(contentType: string): string {
  const suffixes: Record<string, string> = { 'message/rfc822': '.eml', 'text/calendar': '.ics' };
  return suffixes[contentType] ?? '.txt';
}
