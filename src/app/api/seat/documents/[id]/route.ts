import { readDocument } from '#features/documents/read-document.ts';
import { type DocumentId, parseId } from '#journey/ids.ts';
import { fileStore } from '../../../../../wiring.ts';
import { currentStaff } from '../../../../current-request.ts';
import { answerNotFound } from '../../seat-answer.ts';

/**
 * A document, for a clerk of its team, as something to keep and never as a page: nothing in it runs (the policy of this address is in
 * proxy.ts), and no browser guesses another type.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = parseId<DocumentId>((await params).id);
  const actor = await currentStaff();
  const document = actor === null || id === null ? null : await readDocument({ fileStore }, actor, id);
  if (document === null) return answerNotFound();
  return new Response(document.content, {
    headers: {
      'content-type': document.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeName(document.name)}`,
      'content-length': String(document.content.length),
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** As RFC 8187 has it: what a URI leaves as it is and the header does not, is written out too. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
