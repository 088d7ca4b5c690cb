// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askCard } from './ask-card.ts';

type Said = { readonly action?: string; readonly [field: string]: unknown };

let asked: Said[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.spyOn(window, 'postMessage').mockImplementation(((message: Said) => {
    asked.push(message);
  }) as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** As the extension says it: a message of this very window. */
function say(data: Said, from: Partial<MessageEventInit> = {}): void {
  const { origin } = window.location;
  window.dispatchEvent(new MessageEvent('message', { data, origin, source: window, ...from }));
}

const given = {
  action: 'web-eid:authenticate-success',
  unverifiedCertificate: 'certificate',
  algorithm: 'ES384',
  signature: 'signature',
  format: 'web-eid:1.0',
  appVersion: 'https://web-eid.eu/web-eid-app/releases/v2.7.0',
};

describe('the extension of the browser', () => {
  it('is asked with the challenge, in the language of the page, and what it gives is handed on', async () => {
    const answer = askCard('challenge', 'fr');
    expect(asked).toEqual([
      expect.objectContaining({
        action: 'web-eid:authenticate',
        challengeNonce: 'challenge',
        options: { lang: 'fr' },
      }),
    ]);
    say({ action: 'web-eid:authenticate-ack' });
    await vi.advanceTimersByTimeAsync(60_000);
    say(given);
    const { action: _, appVersion: __, ...token } = given;
    expect(await answer).toEqual({ ok: true, token: expect.any(String) });
    const read = await answer;
    expect(JSON.parse(read.ok ? read.token : '')).toEqual(token);
  });

  it('is missing where nothing says that it heard', async () => {
    const answer = askCard('challenge', 'nl');
    await vi.advanceTimersByTimeAsync(1_600);
    expect(await answer).toEqual({ ok: false, problem: 'noExtension' });
  });

  it('that heard and then says nothing more is too slow after some minutes', async () => {
    const answer = askCard('challenge', 'nl');
    say({ action: 'web-eid:authenticate-ack' });
    await vi.advanceTimersByTimeAsync(181_000);
    expect(await answer).toEqual({ ok: false, problem: 'tooSlow' });
  });

  it.each([
    ['ERR_WEBEID_USER_CANCELLED', 'cancelled'],
    ['ERR_WEBEID_USER_TIMEOUT', 'tooSlow'],
    ['ERR_WEBEID_NATIVE_UNAVAILABLE', 'noProgram'],
    ['ERR_WEBEID_VERSION_MISMATCH', 'noProgram'],
    ['ERR_WEBEID_UNKNOWN_ERROR', 'failed'],
    ['something else', 'failed'],
  ])('that says %s is understood as %s', async (code, problem) => {
    const answer = askCard('challenge', 'nl');
    say({ action: 'web-eid:authenticate-failure', error: { code } });
    expect(await answer).toEqual({ ok: false, problem });
  });

  it('alone is heard: not another window, nor another site', async () => {
    const answer = askCard('challenge', 'nl');
    say(given, { origin: 'https://evil.example' });
    say(given, { source: null });
    await vi.advanceTimersByTimeAsync(1_600);
    expect(await answer).toEqual({ ok: false, problem: 'noExtension' });
  });
});
