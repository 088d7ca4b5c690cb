import { describe } from 'vitest';
import { findOnPath } from '../../scripts/stack/go-build.ts';

const hasGo = findOnPath('go') !== undefined;
if (!hasGo && process.env.CI === 'true')
  throw new Error(
    'Yivi is tested against its real server, which is built with Go: there is none on the PATH.',
  );

/** Tests against a real Yivi server: without Go they are reported as skipped, and in CI that is a failure. */
export const describeYivi = describe.skipIf(!hasGo);
