import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets a page say that its answer is a 404 (or another status) and still be a page. Next has no way: where a page calls
 * `notFound()`, browsers without script get an empty one (vercel/next.js issue 62228).
 */

/** Under this name the request tells which answer is its own. What a client sends under it is overwritten. */
export const answerNameHeader = 'x-answer-name';

const key = Symbol.for('digitale-balie.answers');
const store = globalThis as { [key]?: Map<string, ServerResponse> };
store[key] ??= new Map();
const answers = store[key];

/** Makes an answer known under a fresh name, until it is over. */
export function nameAnswer(request: IncomingMessage, response: ServerResponse): void {
  const name = randomUUID();
  request.headers[answerNameHeader] = name;
  answers.set(name, response);
  response.once('close', () => answers.delete(name));
}

/** Sets the status of the answer to the request with these headers; too late once its first byte was sent. */
export function setAnswerStatus(headers: Headers, status: number): void {
  const answer = answers.get(headers.get(answerNameHeader) ?? '');
  if (answer !== undefined && !answer.headersSent) answer.statusCode = status;
}
