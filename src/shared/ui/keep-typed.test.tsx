// @vitest-environment happy-dom
import { act } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { TextArea } from './text-field.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
afterEach(() => document.body.replaceChildren());

/** The form as the server sent it, typed into before its script is there, and then taken over. */
async function takeOver(sent: string, typed: string | null) {
  const form = <TextArea name="remark" label="Remark" defaultValue={sent} />;
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = renderToString(form);
  const area = place.querySelector('textarea') as HTMLTextAreaElement;
  if (typed !== null) area.value = typed;
  await act(async () => hydrateRoot(place, form));
  return { area, place };
}

test.each([
  ['sent before', 'sent before, and more'],
  ['sent before', ''],
  ['', 'the first word'],
])('after %j, what was typed before the script came stays: %j', async (sent, typed) => {
  const { area } = await takeOver(sent, typed);
  expect(area.value).toBe(typed);
});

test('what the server sent stays where nothing was typed', async () => {
  const { area } = await takeOver('sent before', null);
  expect(area.value).toBe('sent before');
});
