import { describe, expect, it } from 'vitest';
import { comesFromElsewhere, hasOwnOrigin } from './own-origin.ts';

const host = 'leiebeke.localhost:3000';

describe('a changing request', () => {
  it('comes from our own page when the browser names our host as its origin', () => {
    expect(hasOwnOrigin(new Headers({ host, origin: `http://${host}` }))).toBe(true);
  });
  it('comes from elsewhere when the browser names another host, or the same host on another port', () => {
    expect(hasOwnOrigin(new Headers({ host, origin: 'http://evil.example' }))).toBe(false);
    expect(hasOwnOrigin(new Headers({ host, origin: 'http://leiebeke.localhost:4000' }))).toBe(false);
    expect(
      hasOwnOrigin(new Headers({ host, origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' })),
    ).toBe(false);
  });
  it('is believed without a named origin only when the browser says that it stayed on this site', () => {
    expect(hasOwnOrigin(new Headers({ host, origin: 'null', 'sec-fetch-site': 'same-origin' }))).toBe(true);
    expect(hasOwnOrigin(new Headers({ host, origin: 'null', 'sec-fetch-site': 'cross-site' }))).toBe(false);
    expect(hasOwnOrigin(new Headers({ host, origin: 'null', 'sec-fetch-site': 'same-site' }))).toBe(false);
    expect(hasOwnOrigin(new Headers({ host }))).toBe(false);
    expect(hasOwnOrigin(new Headers({ host, origin: 'not an address' }))).toBe(false);
  });
});

describe('a form that needs no cookie', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'same-site', origin: `http://${host}` }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'null' }, true],
    [{ origin: `http://${host}` }, false],
    [{ origin: 'http://evil.example' }, true],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('with %j is from elsewhere: %s', (headers, elsewhere) => {
    expect(comesFromElsewhere(new Headers({ host, ...(headers as Record<string, string>) }))).toBe(elsewhere);
  });
});
