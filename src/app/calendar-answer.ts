import { type CalendarQuestion, makeCalendarFile } from '#features/messages/make-calendar-file.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { config } from '#shared/config/config.ts';
import { clock } from '../wiring.ts';
import { currentOrganisation } from './current-request.ts';

/** Answers with the calendar file of an appointment. It opens in the calendar program at once, and no cache keeps it. */
export async function answerCalendar(question: CalendarQuestion): Promise<Response> {
  const sender = await currentOrganisation();
  const { LINK_SECRET, PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const origin = publicOrigin(sender, PUBLIC_SCHEME, PUBLIC_PORT);
  const file = await makeCalendarFile({ clock, linkSecret: LINK_SECRET, sender, origin }, question);
  if (file === null) return answerNoCalendar(404);
  return new Response(file.content, {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `inline; filename="${file.filename}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** No file, for whatever reason. */
export function answerNoCalendar(status: 404 | 429): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
