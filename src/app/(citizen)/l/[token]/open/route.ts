import { openLink } from '../../../open-link.ts';

/** A person's click on the page of a link. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  return openLink(request, token, `/l/${encodeURIComponent(token)}`);
}
