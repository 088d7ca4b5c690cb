// npm test                          everything, in order
// npm run test:unit [-- <file>]     likewise test:db and test:e2e: one kind, or one file of it
import { addCounts, runChecks, summarise } from './checks/run-checks.ts';
import { quickChecks, slowerChecks } from './checks/static-checks.ts';
import { type Counts, runVitest } from './checks/vitest.ts';
import { generateClient } from './database/generate.ts';
import { Sentence } from './project.ts';
import { runScript } from './run-script.ts';

const KINDS = ['unit', 'db', 'e2e'];

const [kind, ...filters] = process.argv.slice(2);
let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
await runScript(async () => {
  if (kind && !KINDS.includes(kind))
    throw new Sentence(`There is no "${kind}": ${KINDS.join(', ')}, or nothing.`);
  await generateClient();
  if (!kind) {
    console.log('\nThe sources');
    counts = await runChecks([...quickChecks, ...slowerChecks]);
  }
  for (const project of kind ? [kind] : KINDS) counts = addCounts(counts, await runVitest(project, filters));
  process.on('exit', () => console.log(summarise(counts)));
  if (counts.failed) process.exitCode = 1;
});
