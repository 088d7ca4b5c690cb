import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentSchema } from '#shared/config/schema.ts';
import { projectRoot, Sentence } from '../project.ts';

export const exampleFile = path.join(projectRoot, '.env.example');

const HEADING = `# Every setting of Digitale Balie. A wrong or missing one stops the start, with its name and what it should be.
# Settings that are commented out show their default.
# This file follows from src/shared/config/schema.ts: npm run env:example writes it.
`;

/** Read by scripts/migrate.ts alone, so that the product never holds the owner's password. */
const MIGRATION_SETTING = `
# For npm run migrate only: Postgres, as the role that owns the database and may create roles
DATABASE_OWNER_URL=
`;

/** The text of .env.example, from the descriptions and defaults of the schema. */
export function describeEnvironment(): string {
  const settings = Object.entries(environmentSchema.shape).map(([name, field]) => {
    const absent = field.safeParse(undefined);
    const line = absent.success ? `# ${name}=${showDefault(absent.data)}` : `${name}=`;
    return `\n# ${field.description}\n${line}\n`;
  });
  return [HEADING, ...settings, MIGRATION_SETTING].join('');
}

function showDefault(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** @throws Sentence when .env.example is not what the schema says */
export async function checkEnvironmentExample(): Promise<void> {
  const undescribed = Object.entries(environmentSchema.shape).filter(([, field]) => !field.description);
  if (undescribed.length)
    throw new Sentence(`Settings without a description: ${undescribed.map(([name]) => name)}`);
  const written = existsSync(exampleFile) ? await readFile(exampleFile, 'utf8') : '';
  if (written !== describeEnvironment()) {
    throw new Sentence(
      '.env.example does not follow src/shared/config/schema.ts. Write it with npm run env:example.',
    );
  }
}
