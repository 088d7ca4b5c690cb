import type { StaffContent, StaffRole } from './content.ts';

/** A member of staff whose mailbox is the name to sign on with, at the municipality's mail domain. */
export function staffMember(
  mailDomain: string,
  subject: string,
  name: string,
  roles: readonly StaffRole[],
  teams: readonly string[],
): StaffContent {
  return { subject, name, email: `${subject}@${mailDomain}`, language: 'nl', roles, teams };
}
