import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { linked } from '../links.ts';
import { shortMoment, wholeMoment } from '../moments.ts';
import type { Page } from '../page.ts';
import { type Reply, replyList } from '../replies.ts';
import { spokenNumber } from './numbers.ts';
import { segment } from './segments.ts';
import { createdAt, type SmsStatus, type StatusStep, type TextMessage } from './store.ts';

const statusNames: Record<
  SmsStatus,
  readonly [name: string, tone: 'ok' | 'warn' | 'danger', picture: 'check' | 'clock' | 'cross']
> = {
  queued: ['Wacht op verzending', 'warn', 'clock'],
  sent: ['Verstuurd', 'warn', 'clock'],
  delivered: ['Bezorgd', 'ok', 'check'],
  undelivered: ['Niet bezorgd', 'danger', 'cross'],
  failed: ['Mislukt', 'danger', 'cross'],
};

/** The inbox: the phones that got something, and beside them the messages of one phone. */
export function inboxPage(
  messages: readonly TextMessage[],
  number: string,
  replies: readonly Reply[] = [],
): Page {
  const phones = [...Map.groupBy(messages, ({ to }) => to)];
  const thread = messages.filter(({ to }) => to === number).reverse();
  return {
    title: number ? `${spokenNumber(number)} - Sms` : `(${messages.length}) Sms`,
    live: true,
    body: html`<header class="bar">
<h1><a class="home" href="/">${icon('phone')} Sms</a></h1>
</header>
<div class="panes ${number ? 'opened' : ''}">
<nav class="list" aria-label="Telefoons">
<p class="count" role="status" id="count" data-live>${countOf(messages.length)}</p>
<ul id="phones" data-live>${phones.map(([to, [last]]) => last && phoneItem(to, last, to === number))}</ul>
${help()}
</nav>
<main><div id="thread" data-live>${number ? threadView(number, thread) : empty(messages.length)}</div>
${thread.length > 0 && replyForm(number, replies)}</main>
</div>`,
  };
}

function countOf(count: number): string {
  if (count === 0) return 'Nog geen berichten';
  return count === 1 ? '1 bericht' : `${count} berichten`;
}

function phoneItem(to: string, last: TextMessage, current: boolean): Html {
  return html`<li><a class="item" href="/?to=${encodeURIComponent(to)}"${current && html` aria-current="page"`}>
<span class="to">${spokenNumber(to)}</span>${shortMoment(createdAt(last))}
<span class="excerpt">${last.body}</span>
</a></li>`;
}

function help(): Html {
  return html`<p class="help">Berichten aan elk nummer komen hier aan. Deze laatste cijfers doen iets anders:
<span><b>…0001</b> wordt niet bezorgd (30003),</span>
<span><b>…0002</b> mislukt (30005),</span>
<span><b>…0003</b> wordt geweigerd (21610),</span>
<span><b>…0004</b> wordt nooit bevestigd,</span>
<span><b>…0005</b> wordt tweemaal en achterstevoren gemeld,</span>
<span><b>…0006</b> doet er lang over.</span></p>`;
}

function empty(count: number): Html {
  return html`<div class="empty">
<div class="facade" aria-hidden="true"></div>
<p><strong>${count === 0 ? 'Er is nog geen sms.' : 'Kies een telefoon.'}</strong></p>
<p>${count === 0 ? 'Nieuwe berichten verschijnen hier vanzelf.' : 'De berichten verschijnen hier.'}</p>
</div>`;
}

function threadView(number: string, thread: readonly TextMessage[]): Html {
  return html`<article>
<p class="back"><a href="/">${icon('back')} Alle telefoons</a></p>
<h2>${spokenNumber(number)}</h2>
${thread.length === 0 && html`<p>Dit nummer heeft nog geen berichten.</p>`}
<ol class="thread">${thread.map(bubble)}</ol>
</article>`;
}

/** The person of this phone writes back. */
function replyForm(number: string, replies: readonly Reply[]): Html {
  return html`${replyList(replies, number)}<form class="reply" action="/replies" method="post">
<input type="hidden" name="phone" value="${number}">
<label>Antwoord als de eigenaar van deze telefoon <textarea name="text" rows="3" required></textarea></label>
<label>Langs <select name="means">
<option value="sms">Sms</option>
<option value="whatsapp"${number.startsWith('whatsapp:') && html` selected`}>WhatsApp</option>
</select></label>
<button class="button">Verstuur</button>
</form>`;
}

function bubble(message: TextMessage): Html {
  const { encoding, segments } = segment(message.body);
  const [name, tone, picture] = statusNames[message.status];
  return html`<li>
<p class="sender">${message.from ?? 'Berichtendienst'} · ${wholeMoment(createdAt(message))}</p>
<p class="bubble">${linked(message.body)}</p>
<p class="facts"><span class="tag ${tone}">${icon(picture)} ${name}${message.errorCode !== null && ` (${message.errorCode})`}</span>
<span>${[...message.body].length} tekens, ${segments === 1 ? '1 deel' : `${segments} delen`}, ${encoding}</span></p>
<details id="${message.sid}"><summary>Verloop</summary><ol>${message.history.map(historyLine)}</ol></details>
</li>`;
}

function historyLine({ status, at, callbackAnswer }: StatusStep): Html {
  return html`<li><b>${status}</b> <time datetime="${at}">${at.slice(11, 23)} UTC</time>${callbackText(callbackAnswer)}</li>`;
}

function callbackText(answer: number | null | undefined): string | false {
  if (answer === undefined) return false;
  return answer === null ? ' · terugmelding niet aangekomen' : ` · terugmelding beantwoord met ${answer}`;
}
