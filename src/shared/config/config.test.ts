import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const complete = {
  DATABASE_URL: 'postgresql://balie_app:secret@127.0.0.1:5432/balie',
  LIVEKIT_URL: 'http://127.0.0.1:7880',
  LIVEKIT_PUBLIC_URL: 'ws://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'a-secret-of-the-video-server-0123456789',
  LINK_SECRET: 'a-secret-for-links-0123456789-0123456789',
  AUTH_SECRET: 'a-secret-for-sign-on-0123456789-0123456789',
  STAFF_SIGN_ON: '{"stad":{"issuer":"http://127.0.0.1:9","clientId":"a","clientSecret":"b"}}',
  SMTP_URL: 'smtp://127.0.0.1:25',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
};

describe('settings', () => {
  test('are read with their defaults', () => {
    expect(parseConfig(complete)).toMatchObject({
      PORT: 3000,
      BIND_ADDRESS: '127.0.0.1',
      RTC_ICE_SERVERS: [],
    });
  });

  test.each(Object.keys(complete))('%s missing stops the start with its name', (name) => {
    const message = new RegExp(`${name} is missing\\. It should be: .+`);
    expect(() => parseConfig({ ...complete, [name]: undefined })).toThrow(message);
    expect(() => parseConfig({ ...complete, [name]: '' })).toThrow(message);
  });

  test('a wrong value is named with what it should be', () => {
    expect(() => parseConfig({ ...complete, PORT: 'abc' })).toThrow(
      /PORT is wrong .+ It should be: Port of the web server/s,
    );
    expect(() => parseConfig({ ...complete, STAFF_SIGN_ON: '{' })).toThrow(
      /STAFF_SIGN_ON is wrong \(must be JSON\)/,
    );
  });
});
