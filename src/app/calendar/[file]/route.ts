import { writeFeedGone } from '#features/administration/feed-gone.ts';
import { writeSeatFeed } from '#features/administration/seat-feed.ts';
import type { FeedToken } from '#journey/ids.ts';
import { parseToken } from '#shared/secrets.ts';
import { clock } from '../../../wiring.ts';
import { currentOrganisation } from '../../current-request.ts';

/** A seat's calendar at its secret address. Every miss is the same answer, in words: a wrong secret, an old one, one of another organisation. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const [, written] = /^(.{43})\.ics$/.exec((await params).file) ?? [];
  const token = parseToken<FeedToken>(written ?? '');
  const feed = token && (await writeSeatFeed(clock, await currentOrganisation(), token));
  if (feed === null) return answerGone();
  const headers = {
    etag: feed.entityTag,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim());
  if (known?.includes(feed.entityTag)) return new Response(null, { status: 304, headers });
  return new Response(feed.content, {
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH' },
  });
}

async function answerGone(): Promise<Response> {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return new Response(writeFeedGone(await currentOrganisation()), { status: 404, headers });
}
