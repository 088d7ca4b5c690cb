import { expect, test } from 'vitest';
import { z } from 'zod';
import { readForm } from './read-form.ts';
import { readJson } from './read-json.ts';

const address = 'https://leiebeke.example/api';
const anything = z.object({ text: z.string() });

/** A body that never ends, and how much of it was asked for. */
function endless(first: string) {
  const asked = { bytes: 0 };
  const part = new TextEncoder().encode('a'.repeat(16_384));
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(first)),
    pull: (controller) => {
      asked.bytes += part.length;
      controller.enqueue(part);
    },
  });
  return { asked, body };
}
const post = (body: BodyInit, type: string) =>
  new Request(address, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': type, origin: 'https://leiebeke.example', host: 'leiebeke.example' },
  } as RequestInit);

test('what a page sends is read', async () => {
  expect(await readJson(post('{"text":"dag"}', 'application/json'), anything)).toEqual({ text: 'dag' });
  const form = await readForm(post('name=Sofie&as=new', 'application/x-www-form-urlencoded'));
  expect([form?.get('name'), form?.get('as')]).toEqual(['Sofie', 'new']);
});

test('of what never ends no more is read than what may be', async () => {
  const json = endless('{"text":"');
  expect(await readJson(post(json.body, 'application/json'), anything)).toBeNull();
  const form = endless('name=');
  expect(await readForm(post(form.body, 'application/x-www-form-urlencoded'))).toBeNull();
  for (const { asked } of [json, form]) expect(asked.bytes).toBeLessThan(200_000);
});

test('what is no JSON and what is no form is nothing', async () => {
  expect(await readJson(post('{', 'application/json'), anything)).toBeNull();
  expect(await readForm(post('{"a":1}', 'application/json'))).toBeNull();
});
