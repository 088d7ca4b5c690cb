// npm run check   what can be said about the sources in seconds: style, types, structure, settings, texts
import { addCounts, runChecks, summarise } from './checks/run-checks.ts';
import { quickChecks } from './checks/static-checks.ts';
import { runVitest } from './checks/vitest.ts';
import { runScript } from './run-script.ts';

const CATALOGUE_TESTS = 'scripts/testing/catalogues';

await runScript(async () => {
  const counts = addCounts(await runChecks(quickChecks), await runVitest('unit', [CATALOGUE_TESTS]));
  console.log(summarise(counts));
  if (counts.failed) process.exitCode = 1;
});
