import { type Route, readForm, sendText, type Visit } from '../http.ts';
import { messagePage, sendPage } from '../page.ts';
import type { Reply } from '../replies.ts';
import { type Behaviour, isBehaviour, isMailAddress } from './addresses.ts';
import { inboxPage, type View, views } from './inbox-page.ts';
import { type MessageContent, parseMessage } from './parse-message.ts';
import type { MessageStore, StoredMessage } from './store.ts';

/** What a message's HTML may do: show itself and its own pictures. Nothing is fetched and nothing runs. */
const messagePolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  'img-src data:',
  'font-src data:',
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
].join('; ');

const missing = messagePage('Dit bericht is er niet', 'Misschien is het postvak intussen leeggemaakt.', {
  href: '/',
  label: 'Naar het postvak',
});

/** The pages of the inbox for a person. */
export function inboxRoutes(
  store: MessageStore,
  choices: Map<string, Behaviour>,
  replies: readonly Reply[],
  changed: () => void,
): Route[] {
  function find({ response, parameters }: Visit): StoredMessage | null {
    const message = store.get(parameters.id ?? '');
    if (message) return message;
    sendPage(response, 404, missing);
    return null;
  }

  function showList({ response, url }: Visit) {
    const recipient = url.searchParams.get('to')?.trim() ?? '';
    sendPage(response, 200, inboxPage(store.list({ to: recipient || undefined }), recipient, choices));
  }

  async function showMessage(visit: Visit) {
    const message = find(visit);
    if (!message) return;
    const recipient = visit.url.searchParams.get('to')?.trim() ?? '';
    const content = await parseMessage(message.source);
    const view = chooseView(visit.url.searchParams.get('view'), content);
    const page = inboxPage(store.list({ to: recipient || undefined }), recipient, choices, {
      message,
      content,
      view,
      replies,
    });
    sendPage(visit.response, 200, page);
  }

  async function showHtml(visit: Visit) {
    const message = find(visit);
    if (!message) return;
    const { html } = await parseMessage(message.source);
    visit.response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': messagePolicy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    visit.response.end(withNewTabs(html ?? ''));
  }

  async function sendAttachment(visit: Visit) {
    const message = find(visit);
    if (!message) return;
    const { attachments } = await parseMessage(message.source);
    const attachment = attachments[Number(visit.parameters.index)];
    if (!attachment) return sendPage(visit.response, 404, missing);
    visit.response.writeHead(200, {
      'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(attachment.contentType)
        ? attachment.contentType
        : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(attachment.filename)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    visit.response.end(attachment.content);
  }

  async function choose({ request, response }: Visit) {
    const form = (await readForm(request)) ?? new URLSearchParams();
    const address = form.get('address')?.trim().toLowerCase() ?? '';
    const behaviour = form.get('behaviour') ?? '';
    if (!isMailAddress(address) || !isBehaviour(behaviour)) {
      return sendText(response, 400, 'Dat is geen e-mailadres, of geen gedrag dat er is.');
    }
    choices.set(address, behaviour);
    changed();
    response.writeHead(303, { location: '/' }).end();
  }

  return [
    { method: 'POST', path: '/behaviours', handle: choose },
    { method: 'GET', path: '/', handle: showList },
    { method: 'GET', path: '/messages/:id', handle: showMessage },
    { method: 'GET', path: '/messages/:id/html', handle: showHtml },
    { method: 'GET', path: '/messages/:id/attachments/:index', handle: sendAttachment },
  ];
}

function chooseView(asked: string | null, content: MessageContent): View {
  const fallback = content.html !== null ? 'html' : content.text !== null ? 'text' : 'source';
  if (asked === null || !Object.hasOwn(views, asked)) return fallback;
  const absent = (asked === 'html' && content.html === null) || (asked === 'text' && content.text === null);
  return absent ? fallback : (asked as View);
}

/** Links leave the frame: into a new tab. Put after the doctype, so that the mail keeps its rendering mode. */
function withNewTabs(markup: string): string {
  const base = '<base target="_blank">';
  const head = /<head\b[^>]*>/i.exec(markup) ?? /^\s*<!doctype[^>]*>/i.exec(markup);
  const at = head ? head.index + head[0].length : 0;
  return `${markup.slice(0, at)}${base}${markup.slice(at)}`;
}

/** RFC 8187: a file name as an extended parameter. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.replace(/[/\\]/g, '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}
