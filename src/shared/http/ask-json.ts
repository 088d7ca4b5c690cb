/** The server's answer to a page; `unexpected` also when it could not be reached. */
export type JsonAnswer<Value, Refusal extends { readonly code: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal | { readonly code: 'unexpected' } };

/** One request of a page to its own server, in JSON; what went wrong is a value. @param path from the root */
export async function askJson<Value, Refusal extends { readonly code: string }>(
  path: string,
  init: RequestInit = {},
): Promise<JsonAnswer<Value, Refusal>> {
  try {
    const response = await fetch(path, {
      ...init,
      headers: init.method === undefined ? {} : { 'content-type': 'application/json' },
    });
    const body: unknown = await response.json();
    return response.ok ? { ok: true, value: body as Value } : { ok: false, refusal: body as Refusal };
  } catch {
    return { ok: false, refusal: { code: 'unexpected' } };
  }
}
