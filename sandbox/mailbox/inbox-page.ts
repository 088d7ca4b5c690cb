import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { linked } from '../links.ts';
import { shortMoment, wholeMoment } from '../moments.ts';
import type { Page } from '../page.ts';
import { type Reply, replyList } from '../replies.ts';
import { behaviours, type Choices } from './addresses.ts';
import type { MessageContent } from './parse-message.ts';
import type { StoredMessage } from './store.ts';

/** The ways to look at one message. */
export const views = { html: 'Opmaak', text: 'Tekst', headers: 'Kopregels', source: 'Bron' } as const;
export type View = keyof typeof views;

/** One opened message, as it is looked at. */
export interface OpenedMessage {
  message: StoredMessage;
  content: MessageContent;
  view: View;
  replies: readonly Reply[];
}

/** The inbox: the list, newest first, and beside it one message or a hint. */
export function inboxPage(
  messages: readonly StoredMessage[],
  recipient: string,
  choices: Choices,
  opened?: OpenedMessage,
): Page {
  return {
    title: opened ? `${opened.message.subject} - Postvak` : `(${messages.length}) Postvak`,
    live: true,
    body: html`<header class="bar">
<h1><a class="home" href="/">${icon('mail')} Postvak</a></h1>
<form class="search" role="search">
<label class="unseen" for="recipient">E-mailadres van de ontvanger</label>
<input id="recipient" type="search" name="to" value="${recipient}" placeholder="Ontvanger" autocomplete="off" spellcheck="false">
<button>${icon('search')}<span class="unseen">Zoek</span></button>
</form>
</header>
<div class="panes ${opened ? 'opened' : ''}">
<nav class="list" aria-label="Berichten">
<p class="count" role="status" id="count" data-live>${countOf(messages.length)}${recipient && aimedAt(recipient)}</p>
<ul id="messages" data-live>${messages.map((message) => listItem(message, recipient, opened?.message.id))}</ul>
${chooser(choices)}
</nav>
<main>${opened ? messageView(opened, recipient) : empty(messages.length)}</main>
</div>`,
  };
}

function countOf(count: number): string {
  if (count === 0) return 'Nog geen berichten';
  return count === 1 ? '1 bericht' : `${count} berichten`;
}

function aimedAt(recipient: string): Html {
  return html` aan ${recipient} · <a href="/">Toon alles</a>`;
}

function listItem(message: StoredMessage, recipient: string, openId: string | undefined): Html {
  const current = message.id === openId && html` aria-current="page"`;
  return html`<li><a class="item" href="/messages/${message.id}${queryOf(recipient)}"${current}>
<span class="to">${message.envelope.to.join(', ')}</span>${shortMoment(message.receivedAt)}
<span class="subject">${message.subject || 'Zonder onderwerp'}</span>
<span class="from">${message.from}</span>
</a></li>`;
}

/** What addresses do, and a form to choose it for one. */
function chooser(choices: Choices): Html {
  const named = Object.entries(behaviours).filter(([name]) => name !== 'deliver');
  return html`<details class="help" id="behaviours"><summary>Wat een adres met mail doet</summary>
<p>Mail aan elk adres komt hier aan. Deze namen doen iets anders, bij elk domein:
${named.map(([name, words]) => html`<span><b class="code">${name}@…</b> ${words}.</span>`)}</p>
<form class="choose" action="/behaviours" method="post">
<label>Adres <input type="email" name="address" required autocomplete="off"></label>
<label>Gedrag <select name="behaviour">${Object.entries(behaviours).map(
    ([name, words]) => html`<option value="${name}">${words}</option>`,
  )}</select></label>
<button class="button second">Kies</button>
</form>
<ul id="chosen" data-live>${[...choices].map(([address, name]) => html`<li>${address} ${behaviours[name]}.</li>`)}</ul></details>`;
}

const actionNames: Record<string, string> = {
  delivered: 'aangekomen',
  delayed: 'vertraagd',
  failed: 'teruggestuurd',
};

function reportLine({ action, answer }: StoredMessage['reports'][number]): Html {
  const heard =
    answer === undefined ? 'onderweg' : answer === null ? 'niet afgegeven' : `beantwoord met ${answer}`;
  return html`<div><dt>Gemeld</dt><dd>${actionNames[action] ?? action} · ${heard}</dd></div>`;
}

function empty(count: number): Html {
  return html`<div class="empty" id="hint" data-live>
<div class="facade" aria-hidden="true"></div>
<p><strong>${count === 0 ? 'Er is nog geen mail.' : 'Kies een bericht.'}</strong></p>
<p>${count === 0 ? 'Nieuwe berichten verschijnen hier vanzelf.' : 'Het verschijnt hier.'}</p>
</div>`;
}

function messageView({ message, content, view, replies }: OpenedMessage, recipient: string): Html {
  const base = `/messages/${message.id}`;
  const available = (Object.keys(views) as View[]).filter(
    (each) => (each !== 'html' || content.html !== null) && (each !== 'text' || content.text !== null),
  );
  return html`<article>
<p class="back"><a href="/${queryOf(recipient)}">${icon('back')} Alle berichten</a></p>
<h2>${message.subject || 'Zonder onderwerp'}</h2>
<dl>
<div><dt>Van</dt><dd>${message.from}</dd></div>
<div><dt>Aan</dt><dd>${message.envelope.to.join(', ')}</dd></div>
<div><dt>Ontvangen</dt><dd>${wholeMoment(message.receivedAt)}</dd></div>
${message.reports.map(reportLine)}
</dl>
${attachmentList(base, content)}
<nav class="views" aria-label="Weergave">${available.map(
    (each) =>
      html`<a href="${base}${queryOf(recipient, each)}"${each === view && html` aria-current="page"`}>${views[each]}</a>`,
  )}</nav>
${viewOf(base, message, content, view)}
${replyForm(base, message, replies)}
</article>`;
}

/** The person of this mailbox answers. */
function replyForm(base: string, { id, from }: StoredMessage, replies: readonly Reply[]): Html {
  return html`${replyList(replies, id)}<form class="reply" action="${base}/reply" method="post">
<label>Antwoord aan ${from} <textarea name="text" rows="4" required></textarea></label>
<button class="button">Verstuur</button>
</form>`;
}

function attachmentList(base: string, { attachments }: MessageContent): Html | false {
  if (attachments.length === 0) return false;
  return html`<ul class="attachments" aria-label="Bijlagen">${attachments.map(
    ({ filename, content }, index) =>
      html`<li><a href="${base}/attachments/${index}" download>${icon('file')} ${filename}
<span>${sizeOf(content.length)}</span></a></li>`,
  )}</ul>`;
}

function viewOf(base: string, message: StoredMessage, content: MessageContent, view: View): Html {
  switch (view) {
    case 'html':
      return html`<iframe src="${base}/html" title="Het bericht" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
    case 'text':
      return html`<pre class="words" tabindex="0">${linked(content.text ?? '')}</pre>`;
    case 'headers':
      return html`<pre class="code" tabindex="0">${headerLines(content)}</pre>`;
    case 'source':
      return html`<p class="download"><a href="/api/messages/${message.id}/source" download>Bewaar als bestand</a></p>
<pre class="code" tabindex="0">${message.source.toString('utf8')}</pre>`;
  }
}

function headerLines({ headers }: MessageContent): string {
  return Object.entries(headers)
    .flatMap(([name, values]) => values.map((value) => `${name}: ${value}`))
    .join('\n');
}

function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`;
}

function queryOf(recipient: string, view?: View): string {
  const query = new URLSearchParams({ ...(view && { view }), ...(recipient && { to: recipient }) });
  return query.size > 0 ? `?${query}` : '';
}
