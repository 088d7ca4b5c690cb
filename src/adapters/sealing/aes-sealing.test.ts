import { expect, test } from 'vitest';
import type { OrganisationId } from '#journey/ids.ts';
import { createAesSealing } from './aes-sealing.ts';

const sealing = createAesSealing(() => 'a secret that only tests know');
const form = { organisationId: '019c0000-0000-7000-8000-000000000001' as OrganisationId, thing: 'form:1' };
const content = new TextEncoder().encode('Veldstraat 1');

test('what is sealed for one thing cannot be read as it lies, and opens for it', () => {
  const sealed = sealing.seal(form, content);
  expect(Buffer.from(sealed).includes('Veldstraat')).toBe(false);
  expect(sealing.open(form, sealed)).toEqual(content);
});

test('it is never sealed the same way twice', () => {
  expect(sealing.seal(form, content)).not.toEqual(sealing.seal(form, content));
});

test.each([
  ['for another thing', { ...form, thing: 'form:2' }],
  [
    'for another organisation',
    { ...form, organisationId: '019c0000-0000-7000-8000-000000000002' as OrganisationId },
  ],
])('it does not open %s', (_which, other) => {
  expect(() => sealing.open(other, sealing.seal(form, content))).toThrow();
});

test('it does not open once a sign of it was changed', () => {
  const sealed = sealing.seal(form, content);
  sealed[15] = (sealed[15] ?? 0) ^ 1;
  expect(() => sealing.open(form, sealed)).toThrow();
});
