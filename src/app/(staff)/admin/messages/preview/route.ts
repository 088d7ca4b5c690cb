import { tidyOwnText } from '#features/messages/check-own-text.ts';
import { defaultTemplate } from '#features/messages/default-words.ts';
import {
  type OwnTexts,
  ownTextKey,
  parseWordingKey,
  storedPart,
  type WordingKey,
  wordedParts,
  wordings,
} from '#features/messages/own-texts.ts';
import { previewMail } from '#features/messages/preview-mail.ts';
import { mayDo } from '#journey/permissions.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { readSampleMessage } from '../sample-of.ts';

/** The mail in the words that hold now. */
export async function GET(request: Request): Promise<Response> {
  return show(Object.fromEntries(new URL(request.url).searchParams));
}

/** The mail in the words that somebody is typing. Changes nothing. */
export async function POST(request: Request): Promise<Response> {
  if (!hasOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const typed: Record<string, string> = {};
  for (const [name, value] of await request.formData()) if (typeof value === 'string') typed[name] = value;
  return show(typed, typed);
}

type Asked = Readonly<Record<string, string>>;

async function show(asked: Asked, typed?: Asked): Promise<Response> {
  const actor = await currentStaff();
  if (actor === null || !mayDo(actor, 'administer')) return new Response(null, { status: 403 });
  const { wording = '', channel = '', language = '', look } = asked;
  const key = parseWordingKey({ wording, channel, language });
  if (key === null || key.channel !== 'email') return new Response(null, { status: 404 });
  const { telling, now, texts } = await readSampleMessage(key);
  const words = typed === undefined ? texts : await typedTexts(key, typed);
  const scheme = look === 'dark' ? 'dark' : 'light';
  const mail = await previewMail(wordings[key.wording].kind, { ...telling, texts: words }, now, scheme);
  const html = look === 'text' ? asPage(mail, key.language) : mail.html;
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

async function typedTexts(key: WordingKey, typed: Asked): Promise<OwnTexts> {
  const { formOfAddress } = await currentOrganisation();
  return new Map(
    wordedParts[key.channel].flatMap((part) => {
      const text = tidyOwnText(part, typed[part] ?? '');
      if (text === '' || text === defaultTemplate(key, part, formOfAddress)) return [];
      const stored = storedPart(key.wording, part);
      return [[ownTextKey(wordings[key.wording].kind, key.channel, key.language, stored), text]];
    }),
  );
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The text part, as programs show it that show no HTML. */
function asPage({ subject, text }: Readonly<Record<'subject' | 'text', string>>, language: string): string {
  const plain = (raw: string) => raw.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? sign);
  const style =
    'margin:0;padding:16px;font:15px/22px ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere';
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${plain(subject)}</title><body style="${style};color:#182226;background:#fff">${plain(text)}</body></html>`;
}
