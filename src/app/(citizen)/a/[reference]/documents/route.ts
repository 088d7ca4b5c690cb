import { mostDocumentBytes } from '#features/documents/document-limits.ts';
import { keepDocument } from '#features/documents/keep-document.ts';
import type { UploadProblem } from '#features/preparation/upload-problem.ts';
import type { VisitActor } from '#journey/actor.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readBody } from '#shared/http/read-body.ts';
import { logUnexpected } from '#shared/log.ts';
import { attemptLimiter, clock, fileStore } from '../../../../../wiring.ts';
import { currentVisit } from '../../../../current-visit.ts';
import { seeOther } from '../../../open-link.ts';

/** Nobody has so many papers; a programme does. */
const perVisit = { name: 'documents', attempts: 30, perSeconds: 600 };
/** A few files at once, and what stands between them. */
const mostFormBytes = 3 * mostDocumentBytes;
/** So much more is read away, so that a browser without script is told instead of being cut off. */
const mostReadAwayBytes = 4 * mostFormBytes;

type Params = { params: Promise<{ reference: string }> };

/**
 * Takes files that the citizen sends in for something to bring. With script it answers with what is wrong; without, it goes back to the
 * page, which says so. Nothing of the files is read before it is known whose they are.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (!hasOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const { reference } = await params;
  const actor = await currentVisit(reference);
  const page = `/a/${encodeURIComponent(reference)}`;
  const isScript = request.headers.get('accept') === 'application/json';
  if (actor === null) return isScript ? new Response(null, { status: 404 }) : seeOther(page);
  const itemKey = (new URL(request.url).searchParams.get('item') ?? '').slice(0, 40);
  const problem = await take(request, actor, itemKey);
  if (isScript)
    return problem === null
      ? new Response(null, { status: 204 })
      : Response.json({ problem }, { status: 409 });
  if (problem === null) return seeOther(`${page}#bring`);
  const query = new URLSearchParams({ sent: problem, item: itemKey });
  return seeOther(`${page}?${query}#files-${encodeURIComponent(itemKey)}`);
}

async function take(request: Request, actor: VisitActor, itemKey: string): Promise<UploadProblem | null> {
  if (!(await attemptLimiter.allow(perVisit, actor.visitId))) return 'tooFast';
  try {
    const length = Number(request.headers.get('content-length') ?? 0);
    if (length > mostFormBytes) await readAway(request);
    const body = length > mostFormBytes ? null : await readBody(request, mostFormBytes);
    if (body === null) return 'tooLarge';
    const type = request.headers.get('content-type') ?? '';
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return await keepAll(actor, itemKey, form.getAll('file'));
  } catch (error) {
    logUnexpected(error, 'documents');
    return 'failed';
  }
}

async function readAway({ body }: Request): Promise<void> {
  let length = 0;
  for await (const part of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > mostReadAwayBytes) return;
  }
}

/** Those that are fine are kept, whatever is wrong with another one. */
async function keepAll(
  actor: VisitActor,
  itemKey: string,
  entries: readonly FormDataEntryValue[],
): Promise<UploadProblem | null> {
  const files = entries.filter((entry): entry is File => typeof entry !== 'string' && entry.name !== '');
  if (files.length === 0) return 'none';
  let problem: UploadProblem | null = null;
  for (const file of files) {
    const kept = await keepDocument(
      { clock, fileStore },
      { keeper: actor, appointmentId: actor.appointmentId },
      {
        origin: { kind: 'brought', itemKey },
        name: file.name,
        content: new Uint8Array(await file.arrayBuffer()),
      },
    );
    if (!kept.ok) problem ??= kept.failure.code === 'notFound' ? 'over' : kept.failure.code;
  }
  return problem;
}
