import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { createTwilioIncoming } from './twilio-incoming.ts';

const token = 'token-of-the-account';
const url = 'https://balie.leiebeke.example/api/messages/incoming';
const sound = {
  MessageSid: `SM${'0'.repeat(32)}`,
  From: '+32470123456',
  To: '+32460000000',
  Body: 'Hallo',
  NumMedia: '0',
};
const incoming = createTwilioIncoming(() => token);

function request(given: Record<string, string>, { signedFor = url, by = token } = {}) {
  const signature = twilio.getExpectedTwilioSignature(by, signedFor, given);
  return {
    url,
    headers: new Headers({ 'x-twilio-signature': signature }),
    body: new URLSearchParams(given).toString(),
  };
}

describe('a message that Twilio hands in', () => {
  test('is read as SMS or WhatsApp, with its files and whether it says stop', async () => {
    const text = {
      means: 'sms',
      reference: sound.MessageSid,
      from: '+32470123456',
      to: '+32460000000',
      text: 'Hallo',
      files: 0,
      optOut: null,
    };
    expect(await incoming.read(request(sound))).toEqual({ kind: 'text', text });
    const whatsapp = {
      ...sound,
      From: 'whatsapp:+32470123456',
      To: 'whatsapp:+32460000000',
      NumMedia: '2',
      Body: '',
    };
    expect(await incoming.read(request(whatsapp))).toEqual({
      kind: 'text',
      text: { ...text, means: 'whatsapp', files: 2, text: '' },
    });
    expect(await incoming.read(request({ ...sound, OptOutType: 'STOP' }))).toMatchObject({
      text: { optOut: 'stop' },
    });
  });

  test('is forged with another signature, and unreadable when it says nothing that is known', async () => {
    const forged = { kind: 'forged' };
    expect(await incoming.read(request(sound, { by: 'another token' }))).toEqual(forged);
    expect(await incoming.read(request(sound, { signedFor: 'http://127.0.0.1:3000/' }))).toEqual(forged);
    expect(await incoming.read({ ...request(sound), body: 'Body=Ja' })).toEqual(forged);
    expect(await createTwilioIncoming(() => undefined).read(request(sound))).toEqual(forged);
    expect(await incoming.read(request({ ...sound, From: 'Leiebeke' }))).toEqual({ kind: 'unreadable' });
  });
});
