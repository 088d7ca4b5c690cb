// Prisma's schema engine as WebAssembly. The `prisma` command wants to download a native engine, which closed
// networks refuse; the npm package holds the same engine and writes the same `_prisma_migrations` table, so
// `prisma migrate deploy` agrees with what is applied here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const CHAR_OID = 18;
const BPCHAR_OID = 1042;

type EngineModule = typeof engineModule & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
let instantiated: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const folder = path.dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const { instance } = await WebAssembly.instantiate(
    readFileSync(path.join(folder, 'schema_engine_bg.wasm')),
    // The generated glue is the module's own import object.
    { './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports },
  );
  // The engine reports a panic here, and traps when the registry is absent.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  (engineModule as EngineModule).__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}

/** A pool of one connection whose `"char"` columns, unknown to the adapter, are passed off as `char(n)`. */
class EnginePool extends pg.Pool {
  charColumns: boolean[] = [];

  constructor(connectionString: string) {
    super({ connectionString, max: 1, idleTimeoutMillis: 0, options: '-c timezone=UTC' });
    const query = this.query.bind(this) as (...args: unknown[]) => Promise<pg.QueryResult>;
    this.query = (async (...args: unknown[]) => {
      const result = await query(...args);
      this.charColumns = result.fields?.map((field) => field.dataTypeID === CHAR_OID) ?? [];
      for (const field of result.fields ?? []) {
        if (field.dataTypeID === CHAR_OID) field.dataTypeID = BPCHAR_OID;
      }
      return result;
    }) as typeof this.query;
  }
}

async function connect(url: string, pools: pg.Pool[]): Promise<SqlDriverAdapter> {
  const pool = new EnginePool(url);
  pools.push(pool);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  // The adapter splits scripts at every semicolon and so cuts function bodies in pieces.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    // The engine panics when it gets text where it expects a single character.
    const columnTypes = result.columnTypes.map((type, index) =>
      pool.charColumns[index] ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

/** A throw-away database beside the given one: the adapter's own shadow connects to the real database. */
async function connectToShadow(url: string, pools: pg.Pool[]): Promise<SqlDriverAdapter> {
  const name = `shadow_${crypto.randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database "${name}" template template0`);
  const shadowUrl = new URL(url);
  shadowUrl.pathname = `/${name}`;
  const adapter = await connect(shadowUrl.href, pools);
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await client.query(`drop database "${name}" with (force)`);
    await client.end();
  };
  return adapter;
}

/**
 * Opens an engine on the database at `url` (a role that may create databases, for the shadow).
 * @param models the schema's files as [path, content]
 * @returns the engine, and what ends its connections: it keeps them, and a lock, for as long as they are open
 */
export async function openSchemaEngine(
  url: string,
  models: [string, string][],
): Promise<{ engine: SchemaEngine; close(): Promise<void> }> {
  instantiated ??= instantiate();
  await instantiated;
  const pools: pg.Pool[] = [];
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url, pools),
    connectToShadowDb: () => connectToShadow(url, pools),
  };
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: models },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  const close = async () => {
    engine.free();
    await Promise.all(pools.map((pool) => (pool.ended ? undefined : pool.end())));
  };
  return { engine, close };
}
