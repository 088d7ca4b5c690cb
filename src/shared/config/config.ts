import { type Config, completeEnvironment, environmentSchema } from './schema.ts';

/**
 * Parses the environment.
 * @throws an Error whose message names each wrong or missing setting and what it should be
 */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = completeEnvironment.safeParse(filled);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const description = environmentSchema.shape[name as keyof typeof environmentSchema.shape]?.description;
    const problem = filled[name] === undefined ? 'is missing' : `is wrong (${issue.message})`;
    return `${name} ${problem}. It should be: ${description}.`;
  });
  throw new Error(`The settings are not complete:\n${lines.join('\n')}`);
}

const key = Symbol.for('digitale-balie.config');
const store = globalThis as { [key]?: Config };

/** The settings of this process, parsed once. */
export function config(): Config {
  store[key] ??= parseConfig(process.env);
  return store[key];
}
