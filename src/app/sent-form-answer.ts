import { getTranslations } from 'next-intl/server';
import type { RequestId } from '#journey/ids.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { FormHand } from '#panels/forms/own-form.ts';
import { takeSentForm } from '#panels/forms/take-sent-form.ts';
import { describeSentForm } from '#panels/forms/ui/printed-form.ts';
import { clock, printing, sealing } from '../wiring.ts';
import { currentReader } from './current-reader.ts';
import { currentOrganisation } from './current-request.ts';

/** A form that was sent, as a file to keep; its name tells what it is and when it was sent, and nothing of whom. Null where it is not this reader's. */
export async function answerSentForm(hand: FormHand, id: RequestId): Promise<Response | null> {
  const sent = await takeSentForm({ clock, sealing }, hand, id);
  if (sent === null) return null;
  const [reader, { name, timeZone }, t] = await Promise.all([
    currentReader(),
    currentOrganisation(),
    getTranslations('forms'),
  ]);
  const content = await printing.print(await describeSentForm(sent, { ...reader, organisation: name }));
  const sentOn = localDateAt(epochMilliseconds(sent.sentAt), timeZone);
  return new Response(content, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${t('pdf.file')}-${sentOn}.pdf"`,
      'content-length': String(content.length),
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
