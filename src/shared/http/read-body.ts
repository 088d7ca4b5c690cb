/** The body of a request; null as soon as it is longer than `limitBytes`. */
export async function readBody(request: Request, limitBytes: number): Promise<Buffer | null> {
  if (request.body === null) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > limitBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
