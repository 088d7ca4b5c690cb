import pg from 'pg';

export const OWNER_ROLE = 'balie_owner';
export const APP_ROLE = 'balie_app';

/** All of them are trusted: the owner of a database may create them without being superuser. */
const EXTENSIONS = ['btree_gist', 'citext', 'pgcrypto', 'unaccent', 'pg_trgm'];

/** Opens one connection, in UTC whatever the role's own time zone, and closes it afterwards. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/**
 * The role that owns and migrates the databases of an embedded cluster. It is no superuser, as in production; it
 * passes by row-level security, as a backup does.
 */
export async function ensureOwnerRole(superuserUrl: string, password: string): Promise<void> {
  await ensureRole(superuserUrl, OWNER_ROLE, password, 'CREATEDB CREATEROLE BYPASSRLS');
}

/**
 * The role that the application signs in as: it owns nothing, and row-level security holds for it. The migrations
 * give their rights to `balie_app`; a sign-in name of another choice becomes a member of it.
 */
export async function ensureAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const role = decodeURIComponent(username);
  await ensureRole(ownerUrl, APP_ROLE, decodeURIComponent(password), '');
  if (role === APP_ROLE) return;
  await ensureRole(ownerUrl, role, decodeURIComponent(password), '');
  await withClient(ownerUrl, async (client) => {
    await client.query(`grant ${APP_ROLE} to ${client.escapeIdentifier(role)}`);
  });
}

async function ensureRole(url: string, role: string, password: string, privileges: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount) return;
    await client.query(
      `create role ${client.escapeIdentifier(role)} login ${privileges} password ${client.escapeLiteral(password)}`,
    );
  });
}

/** Creates the database of `url` with that role as its owner, when there is none of the name. */
export async function ensureDatabase(superuserUrl: string, url: string): Promise<void> {
  const { pathname, username } = new URL(url);
  await withClient(superuserUrl, async (client) => {
    const name = decodeURIComponent(pathname.slice(1));
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const owner = client.escapeIdentifier(decodeURIComponent(username));
    await client.query(`create database ${client.escapeIdentifier(name)} owner ${owner}`);
  });
}

export async function ensureExtensions(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(EXTENSIONS.map((name) => `create extension if not exists ${name};`).join(' '));
  });
}
