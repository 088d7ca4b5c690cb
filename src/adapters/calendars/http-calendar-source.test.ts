import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpCalendarSource } from './http-calendar-source.ts';
import { isPublicAddress } from './public-address.ts';

describe('an address of the public internet', () => {
  test.each(['8.8.8.8', '193.190.0.1', '2a02:1800:100::1', '::ffff:8.8.8.8'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('reading a calendar', () => {
  const asked: http.IncomingMessage[] = [];
  let origin: string;
  const server = http.createServer((request, response) => {
    asked.push(request);
    if (request.url === '/away') return response.writeHead(302, { location: 'https://10.0.0.1/' }).end();
    if (request.url === '/round') return response.writeHead(302, { location: '/round' }).end();
    if (request.url === '/moved') return response.writeHead(301, { location: '/calendar' }).end();
    if (request.url === '/missing') return response.writeHead(404).end();
    if (request.url === '/large') return response.end(Buffer.alloc(6 * 1024 * 1024, 'x'));
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
    return response.setHeader('etag', '"1"').end('BEGIN:VCALENDAR');
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const onTrial = createHttpCalendarSource({ allowLoopback: () => true });
  const inProduction = createHttpCalendarSource({ allowLoopback: () => false });
  const read = (path: string, entityTag: string | null = null) =>
    onTrial.read({ url: `${origin}${path}`, entityTag });

  test('gives its text with its tag, and with the tag nothing when it did not change', async () => {
    expect(await read('/calendar')).toEqual({ kind: 'read', text: 'BEGIN:VCALENDAR', entityTag: '"1"' });
    expect(await read('/calendar', '"1"')).toEqual({ kind: 'unchanged' });
    expect(await read('/moved')).toMatchObject({ kind: 'read' });
  });

  test.each([
    ['/away', 'privateAddress'],
    ['/round', 'refused'],
    ['/missing', 'refused'],
    ['/large', 'tooLarge'],
  ])('of %s fails: %s', async (path, code) => {
    expect(await read(path)).toEqual({ kind: 'failed', code });
  });

  test.each([
    ['http://127.0.0.1/', 'wrongAddress'],
    ['ftp://example.org/', 'wrongAddress'],
    ['https://user@example.org/', 'wrongAddress'],
    ['nonsense', 'wrongAddress'],
    ['https://127.0.0.1/', 'privateAddress'],
    ['https://localhost/', 'privateAddress'],
    ['https://[::1]/', 'privateAddress'],
    ['https://[::ffff:10.0.0.1]/', 'privateAddress'],
    ['https://169.254.169.254/latest/meta-data', 'privateAddress'],
    ['https://2130706433/', 'privateAddress'],
  ])('of %s is refused in production, and nobody is asked', async (url, code) => {
    const before = asked.length;
    expect(await inProduction.read({ url, entityTag: null })).toEqual({ kind: 'failed', code });
    expect(asked).toHaveLength(before);
  });

  test('with the setting for a trial still leads into no other network', async () => {
    expect(await onTrial.read({ url: 'http://10.0.0.1/', entityTag: null })).toMatchObject({
      kind: 'failed',
    });
    expect(await onTrial.read({ url: 'https://192.168.0.1/', entityTag: null })).toEqual({
      kind: 'failed',
      code: 'privateAddress',
    });
  });
});
