import { z } from 'zod';
import type { StaffRole } from '#journey/actor.ts';
import { languages } from '#journey/language.ts';

const roles = [
  'clerk',
  'expert',
  'supervisor',
  'privacyOfficer',
  'administrator',
] as const satisfies readonly StaffRole[];

/**
 * What the municipality's identity provider says of a member of staff (OpenID Connect Core, section 5.1, and own claims).
 * Roles that this product does not know are left out.
 */
export const staffClaims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().min(1).max(120),
  email: z.email(),
  locale: z.enum(languages).catch('nl'),
  organisation: z.string(),
  roles: z.array(z.string()).transform((names) => roles.filter((role) => names.includes(role))),
  /** Slugs of teams. */
  teams: z.array(z.string()).default([]),
});

export type StaffClaims = z.infer<typeof staffClaims>;

/** Why somebody who signed on at the identity provider is not let in here; null when they are. */
export function refusalOf(
  claims: StaffClaims,
  organisationSlug: string,
): 'otherOrganisation' | 'noRole' | null {
  if (claims.organisation !== organisationSlug) return 'otherOrganisation';
  return claims.roles.length === 0 ? 'noRole' : null;
}
