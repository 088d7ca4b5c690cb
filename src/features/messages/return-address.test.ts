import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageId } from '#journey/ids.ts';
import { messageOfToken, returnAddressOf, tokenOfMessage, tokenOfReturnAddress } from './return-address.ts';

const secret = 'link-secret-link-secret-link-secret-1';
const id = '0193f0a0-0000-7000-8000-000000000002' as MessageId;

describe('the return address of a mail', () => {
  test('leads back to its message, also when a server changed the case', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.boolean(), (any, shouted) => {
        const address = returnAddressOf('balie@leiebeke.example', tokenOfMessage(secret, any as MessageId));
        const token = tokenOfReturnAddress(shouted ? address.toUpperCase() : address);
        expect(messageOfToken(secret, token ?? '')).toBe(any);
      }),
    );
  });

  test('is one that every server takes: its part before the @ within 64 signs (RFC 5321, section 4.5.3.1.1)', () => {
    const address = returnAddressOf('afspraken.burgerzaken@leiebeke.example', tokenOfMessage(secret, id));
    expect(address).toMatch(/^afspraken\.burgerzaken\+b[0-9a-v]{34}@leiebeke\.example$/);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  });

  test('cannot be made up without the secret, nor changed', () => {
    const token = tokenOfMessage(secret, id);
    expect(messageOfToken('another secret', token)).toBeNull();
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'a' ? 'b' : 'a';
      expect(messageOfToken(secret, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
    expect(messageOfToken(secret, 'v'.repeat(34))).toBeNull();
  });

  test.each(['', 'balie@leiebeke.example', 'balie+b12@leiebeke.example', `+b${'0'.repeat(34)}`])(
    'is not seen in "%s"',
    (address) => {
      expect(tokenOfReturnAddress(address)).toBeNull();
    },
  );
});
