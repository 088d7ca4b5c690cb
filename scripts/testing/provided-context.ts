import type { TestStack } from './test-stack.ts';
import type { DatabaseUrls } from './throw-away-postgres.ts';

declare module 'vitest' {
  /** What `inject` gives. */
  interface ProvidedContext {
    /** In *.db.test.ts: the template that each file's own database is cloned from. */
    templateDatabase: DatabaseUrls;
    /** In e2e/*.e2e.ts: the running product. */
    stack: TestStack;
  }
}
