// npm run env:example   writes .env.example from the configuration schema
import { writeFile } from 'node:fs/promises';
import { describeEnvironment, exampleFile } from './checks/environment-example.ts';

await writeFile(exampleFile, describeEnvironment());
