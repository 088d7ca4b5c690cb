import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findRecorders } from './recording.ts';

const read = () =>
  globSync('src/**/*.{ts,tsx}', { exclude: ['src/db/generated/**', 'src/**/*.test.*'] }).map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }));

describe('the product', () => {
  test('has nothing that records', () => {
    const sources = read();
    expect(sources.length).toBeGreaterThan(500);
    expect(findRecorders(sources)).toEqual([]);
  });

  test.each([
    'new MediaRecorder(stream).start();',
    "import { EgressClient } from 'livekit-server-sdk';",
    'token.addGrant({ room, roomRecord: true });',
    'token.addGrant({ room, roomRecord: mayRecord });',
    'await service.createRoom({ name: room, egress: { room: {} } });',
    'const processor = new MediaStreamTrackProcessor({ track });',
  ])('would be caught at: %s', (text) => {
    expect(findRecorders([...read().slice(0, 1), { path: 'src/planted.ts', text }])).toHaveLength(1);
  });
});
