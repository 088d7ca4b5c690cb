import { linkToComeBack } from '#features/link/come-back.ts';
import { config } from '#shared/config/config.ts';
import { clock } from '../../../../../wiring.ts';
import { currentKnownVisit } from '../../../../current-visit.ts';
import { openLink, seeOther } from '../../../open-link.ts';

/** A click on a device that yielded: it is the citizen's again, and the other one yields. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const page = `/a/${encodeURIComponent(reference)}`;
  const visit = await currentKnownVisit(reference);
  const token = linkToComeBack(config().LINK_SECRET, visit, clock.now());
  return token === null ? seeOther(page) : openLink(request, token, page);
}
