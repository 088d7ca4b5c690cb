import { defineConfig } from 'vitest/config';

const apart = ['**/node_modules/**', '.build/**', '.demo/**', '.next/**', '.test/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...apart, '**/*.db.test.ts'],
          // Property tests compute; on a machine that is shared they may take their time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: apart,
          globalSetup: 'scripts/testing/db-global-setup.ts',
          setupFiles: 'scripts/testing/db-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: 'scripts/testing/e2e-global-setup.ts',
          // The files share one product and its video server, and two cores.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000, interval: 100 } },
        },
      },
    ],
  },
});
