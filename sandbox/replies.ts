import { type Html, html } from './html.ts';

/** What the person of this inbox answered, and what the other side said to it: an HTTP status, null when nobody did. */
export interface Reply {
  /** The phone, or the message, that it was written from. */
  about: string;
  text: string;
  /** ISO 8601 in UTC. */
  at: string;
  answer: number | null;
}

/** What was answered from here, the oldest first. */
export function replyList(replies: readonly Reply[], about: string): Html {
  const own = replies.filter((reply) => reply.about === about);
  return html`<ol class="replies" id="replies" data-live aria-label="Antwoorden">${own.map(
    ({ text, answer }) =>
      html`<li>${text}<small>${answer === null ? 'Niet aangekomen' : `Verstuurd, beantwoord met ${answer}`}</small></li>`,
  )}</ol>`;
}
