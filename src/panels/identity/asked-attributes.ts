import { type IdentityAttribute, identityAttributes } from '#ports/identity-provider.ts';

/** What settings of a request ask beside the level; nothing where they are of another kind. Small enough for a browser. */
export function askedAttributes(settings: unknown): readonly IdentityAttribute[] {
  const asked = (settings as { readonly attributes?: unknown } | null)?.attributes ?? ['name'];
  return identityAttributes.filter((attribute) => Array.isArray(asked) && asked.includes(attribute));
}
