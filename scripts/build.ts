// npm run build   the Prisma client and the pages, for `npm start` (in the folder that next.config.ts names)
import { generateClient } from './database/generate.ts';
import { runScript } from './run-script.ts';
import { buildPages } from './stack/build.ts';

await runScript(async () => {
  console.log(`Prisma client ${await generateClient()}.`);
  await buildPages('.next', (words) => console.log(words));
  console.log('Built. Start it with npm start, and the jobs with npm run worker.');
});
