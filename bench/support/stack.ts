import type { TestStack } from '../../scripts/testing/test-stack.ts';

/**
 * The running product that is measured, as `scripts/bench.ts` hands it over. Sets this process's settings to those of the product, so
 * that rows can be made in its database: import it before anything that asks for settings.
 */
export const stack = JSON.parse(process.env.BALIE_STACK ?? 'null') as TestStack;
if (stack === null) throw new Error('Run measurements with: npm run bench -- <name>');
Object.assign(process.env, stack.environment, { NODE_ENV: 'test', LOG_LEVEL: 'silent' });
