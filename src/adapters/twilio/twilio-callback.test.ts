import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { createTwilioCallbacks } from './twilio-callback.ts';

const token = 'token-of-the-account';
const url = 'https://balie.leiebeke.example/api/messages/0193f0a0-0000-7000-8000-000000000002/status';
const MessageSid = `SM${'0'.repeat(32)}`;
const callbacks = createTwilioCallbacks(() => token);

function request(parameters: Record<string, string>, { signedFor = url, by = token } = {}) {
  const signature = twilio.getExpectedTwilioSignature(by, signedFor, parameters);
  const headers = new Headers({ 'x-twilio-signature': signature });
  return { url, headers, body: new URLSearchParams(parameters).toString() };
}

const told = (state: string, failureCode: string | null = null) => ({
  kind: 'told',
  status: { providerReference: MessageSid, state, failureCode, ownReference: null },
});

describe('a status callback of Twilio', () => {
  test.each([
    ['accepted', 'accepted'],
    ['queued', 'accepted'],
    ['sending', 'accepted'],
    ['sent', 'accepted'],
    ['delivered', 'delivered'],
    ['read', 'read'],
  ])('that says %s is read as %s', async (MessageStatus, state) => {
    expect(await callbacks.read(request({ MessageSid, MessageStatus, To: '+32470123456' }))).toEqual(
      told(state),
    );
  });

  test.each([
    ['undelivered', '30003', 'unreachableNumber'],
    ['undelivered', '30007', 'blocked'],
    ['failed', '30005', 'unknownNumber'],
    ['failed', '99999', 'notDelivered'],
    ['canceled', '', 'notDelivered'],
  ])('that says %s with code %s is a failure for good: %s', async (MessageStatus, ErrorCode, code) => {
    const given = { MessageSid, MessageStatus, ErrorCode };
    expect(await callbacks.read(request(given))).toEqual(told('failedForGood', code));
  });

  test('is forged with the signature of another address, another token, other parameters or none', async () => {
    const sound = { MessageSid, MessageStatus: 'delivered' };
    const forged = { kind: 'forged' };
    expect(await callbacks.read(request(sound, { signedFor: 'http://127.0.0.1:3000/status' }))).toEqual(
      forged,
    );
    expect(await callbacks.read(request(sound, { by: 'another token' }))).toEqual(forged);
    const { headers } = request(sound);
    expect(
      await callbacks.read({ url, headers, body: `MessageSid=${MessageSid}&MessageStatus=read` }),
    ).toEqual(forged);
    expect(await callbacks.read({ ...request(sound), headers: new Headers() })).toEqual(forged);
    expect(await createTwilioCallbacks(() => undefined).read(request(sound))).toEqual(forged);
  });

  test('that is signed and says nothing known is unreadable', async () => {
    expect(await callbacks.read(request({ MessageSid, MessageStatus: 'teleported' }))).toEqual({
      kind: 'unreadable',
    });
    expect(await callbacks.read(request({ MessageStatus: 'sent' }))).toEqual({ kind: 'unreadable' });
  });
});
