import './provided-context.ts';
import type { TestProject } from 'vitest/node';
import { stopAllGroups } from '../stack/groups.ts';
import { startTestStack } from './test-stack.ts';

/** Starts the whole product once, before the browser tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { stack, remove } = await startTestStack('e2e');
  project.provide('stack', stack);
  return async () => {
    await stopAllGroups();
    await remove();
  };
}
