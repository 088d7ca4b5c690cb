import { type Html, html } from './html.ts';

const clock = new Intl.DateTimeFormat('nl-BE', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat('nl-BE', { dateStyle: 'full', timeStyle: 'short' });

/** The clock for today, the day for earlier, in this machine's time zone; the whole moment in the title. */
export function shortMoment(iso: string): Html {
  const moment = new Date(iso);
  const today = moment.toDateString() === new Date().toDateString();
  return html`<time datetime="${iso}" title="${whole.format(moment)}">${(today ? clock : day).format(moment)}</time>`;
}

/** Weekday, date and clock in words. */
export function wholeMoment(iso: string): Html {
  return html`<time datetime="${iso}">${whole.format(new Date(iso))}</time>`;
}
