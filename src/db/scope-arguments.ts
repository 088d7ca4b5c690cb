import type { OrganisationId } from '#journey/ids.ts';

/** Tables without an organisation: the organisations themselves, application nodes, counters of attempts. */
const unscopedModels: ReadonlySet<string> = new Set(['Organisation', 'Node', 'RateLimit']);

type Arguments = { where?: object; data?: unknown; create?: unknown };

/**
 * Puts the organisation into a query's conditions and checks it in rows to be written.
 * @throws Error when a row to be written names another organisation: that is a programming mistake
 */
export function scopeArguments(
  model: string,
  operation: string,
  args: object,
  organisationId: OrganisationId,
): object {
  if (unscopedModels.has(model)) return args;
  const { where, data, create } = args as Arguments;
  assertOwn(model, operation.startsWith('create') ? data : create, organisationId);
  if (operation.startsWith('create')) return args;
  return { ...args, where: { ...where, organisationId } };
}

function assertOwn(model: string, rows: unknown, organisationId: OrganisationId): void {
  for (const row of Array.isArray(rows) ? rows : rows === undefined ? [] : [rows]) {
    if ((row as { organisationId?: unknown }).organisationId !== organisationId) {
      throw new Error(`${model}: a row must name the organisation of its transaction.`);
    }
  }
}
