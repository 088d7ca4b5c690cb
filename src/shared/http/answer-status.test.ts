import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerNameHeader, nameAnswer, setAnswerStatus } from './answer-status.ts';

let server: http.Server | undefined;
afterEach(() => server?.close());

async function ask(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  headers: Record<string, string> = {},
): Promise<number> {
  server = http.createServer((request, response) => {
    nameAnswer(request, response);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers });
  await response.text();
  return response.status;
}

const headersOf = (request: IncomingMessage) => new Headers(request.headers as Record<string, string>);

describe('the status of an answer', () => {
  it('is what the page says, for its own answer alone', async () => {
    const status = await ask((request, response) => {
      setAnswerStatus(headersOf(request), 404);
      setAnswerStatus(new Headers({ [answerNameHeader]: 'another' }), 500);
      response.end('page');
    });
    expect(status).toBe(404);
  });

  it('is not set by a name that the client made up', async () => {
    const names: unknown[] = [];
    await ask(
      (request, response) => {
        names.push(request.headers[answerNameHeader]);
        response.end('page');
      },
      { [answerNameHeader]: 'mine' },
    );
    expect(names).not.toContain('mine');
  });

  it('stays what it was once the answer has begun', async () => {
    const status = await ask((request, response) => {
      response.write('begun');
      setAnswerStatus(headersOf(request), 404);
      response.end();
    });
    expect(status).toBe(200);
  });
});
