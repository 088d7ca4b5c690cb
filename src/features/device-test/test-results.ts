import { z } from 'zod';
import type { TestResults } from '#journey/device-test-results.ts';

const problem = ['refused', 'missing', 'busy', 'failed'] as const;
const route = z.enum(['yes', 'no', 'notOffered', 'untested']);
const measured = (most: number) => z.number().min(0).max(most).nullable();

/** What a browser sends after a test: words of ours and numbers within reason, nothing else. */
export const testResults: z.ZodType<TestResults> = z.object({
  browser: z.enum(['fit', 'old']),
  camera: z.enum(['works', ...problem]),
  microphone: z.enum(['works', 'silent', ...problem]),
  speaker: z.enum(['heard', 'notHeard', 'unknown']),
  connection: z.object({
    signalling: z.boolean(),
    media: z.boolean(),
    transport: z.enum(['udp', 'tcp', 'relay']).nullable(),
    routes: z.object({ udp: route, tcp: route, turn: route }).optional(),
    roundTripMilliseconds: measured(60_000),
    lossPercent: measured(100),
    uploadKilobits: measured(1_000_000),
  }),
});
