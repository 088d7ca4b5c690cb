import { type Html, html } from './html.ts';

/** Of both example municipalities: the times inside their messages are in it too. */
const timeZone = 'Europe/Brussels';
const clock = new Intl.DateTimeFormat('nl-BE', { hour: '2-digit', minute: '2-digit', timeZone });
const day = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'short', timeZone });
const date = new Intl.DateTimeFormat('nl-BE', { dateStyle: 'short', timeZone });
const whole = new Intl.DateTimeFormat('nl-BE', { dateStyle: 'full', timeStyle: 'short', timeZone });

/** The clock for today, the day for earlier; the whole moment in the title. */
export function shortMoment(iso: string, now = new Date()): Html {
  const moment = new Date(iso);
  const today = date.format(moment) === date.format(now);
  return html`<time datetime="${iso}" title="${whole.format(moment)}">${(today ? clock : day).format(moment)}</time>`;
}

/** Weekday, date and clock in words. */
export function wholeMoment(iso: string): Html {
  return html`<time datetime="${iso}">${whole.format(new Date(iso))}</time>`;
}
