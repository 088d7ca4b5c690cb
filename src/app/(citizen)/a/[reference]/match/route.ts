import { answerMatch } from '#features/link/match-devices.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import { clock } from '../../../../../wiring.ts';
import { currentKnownVisit } from '../../../../current-visit.ts';
import { seeOther } from '../../../open-link.ts';

/** A click on a device that yielded: which number stands on the one on which its owner goes on. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const page = `/a/${encodeURIComponent(reference)}`;
  const visit = hasOwnOrigin(request.headers) ? await currentKnownVisit(reference) : null;
  if (visit === null || !visit.yielded) return seeOther(page);
  const chosen = Number((await readForm(request))?.get('number'));
  const answered = await answerMatch(clock, visit.actor, chosen);
  return seeOther(`${page}?match=${answered.ok ? 'right' : answered.failure.code}`);
}
