import { request } from 'node:http';
import { loopback } from '../loopback.ts';

export type Fetched = { readonly status: number; readonly type: string; readonly text: string };

/** Posts a form to this very machine, under whatever name it has: a practice wallet speaks to nobody else. */
export function fetchFromThisMachine(
  address: string,
  form: URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<Fetched> {
  const { hostname } = new URL(address);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost');
  if (!isHere) return Promise.reject(new Error('not this machine'));
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', headers: { ...type, ...headers }, lookup: loopback });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: (answer.headers['content-type'] ?? '').split(';')[0] ?? '',
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.end(form.toString());
  });
}
