import { mayTryLink } from '#features/link/link-limits.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { attemptLimiter } from '../../../../../wiring.ts';
import { answerCalendar, answerNoCalendar } from '../../../../calendar-answer.ts';

/**
 * The appointment for a calendar, straight from the mail: whoever holds the link may see its time. Changes nothing, so that a
 * mail scanner that fetches it does no harm.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  if (!(await mayTryLink(attemptLimiter, token, clientAddress(request.headers))))
    return answerNoCalendar(429);
  return answerCalendar({ linkToken: token });
}
