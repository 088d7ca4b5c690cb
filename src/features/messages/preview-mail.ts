import type { MessageKind } from '#journey/message-plan.ts';
import type { EpochMilliseconds } from '#journey/time.ts';
import { organisationThemeSchema } from '#shared/ui/organisation-theme.ts';
import { renderPlainText } from '../../../emails/plain-text.ts';
import { drawPictures } from './draw-pictures.ts';
import { renderMail } from './render-mail.ts';
import type { Telling } from './told.ts';
import { writeMail } from './write-mail.ts';

export type MailScheme = 'light' | 'dark';

/**
 * The mail as it would be sent, for a browser: its pictures are in the page itself, and it is shown as on a light or on a dark screen
 * whatever the reader's own.
 */
export async function previewMail(
  kind: MessageKind,
  telling: Telling,
  now: EpochMilliseconds,
  scheme: MailScheme,
): Promise<{ readonly subject: string; readonly html: string; readonly text: string }> {
  const theme = organisationThemeSchema.parse(telling.sender.theme);
  const content = writeMail(kind, telling, now);
  const { mark, facade } = await drawPictures(theme);
  const html = await renderMail(content, theme, { mark: 'mark', facade: 'facade' });
  return {
    subject: content.subject,
    html: html
      .replace('cid:mark', () => dataUrl(mark))
      .replace('cid:facade', () => dataUrl(facade))
      .replaceAll('@media (prefers-color-scheme:dark)', scheme === 'dark' ? '@media all' : '@media not all')
      .replace(':root{color-scheme:light dark;', `:root{color-scheme:${scheme};`),
    text: renderPlainText(content),
  };
}

function dataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
