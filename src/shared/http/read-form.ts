import { readBody } from './read-body.ts';

/** Words and choices; files go another way. */
const limitBytes = 64 * 1024;

/** The fields of a form that a page sent; null when it is too long (no more of it is read then) or no form. */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    const body = await readBody(request, limitBytes);
    if (body === null) return null;
    const type = request.headers.get('content-type') ?? '';
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return null;
  }
}
