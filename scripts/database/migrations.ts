import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { projectRoot } from '../project.ts';
import { openSchemaEngine } from './engine.ts';

const schemaFolder = path.join(projectRoot, 'prisma', 'schema');
const migrationsFolder = path.join(projectRoot, 'prisma', 'migrations');
const filters = { externalTables: [], externalEnums: [] };

type SchemaFile = { path: string; content: string };

/** The schema's files, in the order of their names. */
export async function readSchemaFiles(): Promise<SchemaFile[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(schemaFolder, name);
      return { path: file, content: await readFile(file, 'utf8') };
    }),
  );
}

async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}

async function withEngine<T>(
  ownerUrl: string,
  use: (engine: SchemaEngine, files: SchemaFile[]) => Promise<T>,
): Promise<T> {
  const files = await readSchemaFiles();
  const { engine, close } = await openSchemaEngine(
    ownerUrl,
    files.map((file) => [file.path, file.content]),
  );
  try {
    return await use(engine, files);
  } finally {
    await close();
  }
}

/** Applies what is not applied yet, as the owner. Returns the names of the migrations that were. */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  return withEngine(ownerUrl, async (engine) => {
    const applied = await engine.applyMigrations({ migrationsList: await readMigrations(), filters });
    return applied.appliedMigrationNames;
  });
}

/**
 * Writes a migration for the difference between the migrations and the schema; it is not applied.
 * @returns the new file, or undefined when there is no difference
 */
export async function createMigration(ownerUrl: string, name: string): Promise<string | undefined> {
  return withEngine(ownerUrl, async (engine, files) => {
    const migrationsList = await readMigrations();
    // The engine only creates after it has looked at the history.
    const { action } = await engine.devDiagnostic({ migrationsList, filters });
    if (action.tag === 'reset') {
      throw new Error(`The database does not follow the migrations any more: ${action.reason}`);
    }
    const created = await engine.createMigration({
      draft: false,
      migrationName: name,
      migrationsList,
      schema: { files },
      filters,
    });
    if (!created.migrationScript) return undefined;
    const folder = path.join(migrationsFolder, created.generatedMigrationName);
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, 'migration.sql');
    await writeFile(file, created.migrationScript);
    return file;
  });
}

/** The SQL that would bring the migrations up to the schema; undefined when they agree. */
export async function findMissingMigration(ownerUrl: string): Promise<string | undefined> {
  return withEngine(ownerUrl, async (engine, files) => {
    const difference = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters,
    });
    return difference.exitCode === 0 ? undefined : (difference.stdout ?? 'unknown difference');
  });
}
