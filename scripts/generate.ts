// npm run generate   the Prisma client of prisma/schema, into src/db/generated
import { generateClient } from './database/generate.ts';
import { runScript } from './run-script.ts';

await runScript(async () => {
  console.log(`Prisma client ${await generateClient()}.`);
});
