import type { z } from 'zod';
import { readBody } from './read-body.ts';

const limitBytes = 64 * 1024;

/**
 * The body of a request as the schema says, or null when it is too long (no more of it is read then), no JSON or of another shape.
 * Only for requests of our own pages: a body of another content type or from another origin is refused too (CSRF).
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema> | null> {
  if (!isFromOwnPage(request)) return null;
  try {
    const body = await readBody(request, limitBytes);
    if (body === null) return null;
    const parsed = schema.safeParse(JSON.parse(body.toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether a changing request was sent by a page of this very host: the browser says so in Origin. */
export function isFromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin');
  const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  return (
    isJson && origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
  );
}
