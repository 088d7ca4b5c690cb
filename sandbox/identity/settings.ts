import { z } from 'zod';
import { jsonSetting, portSetting } from '../peer.ts';

const client = z.strictObject({
  clientId: z.string().min(1),
  clientSecret: z.string().min(16, 'at least 16 characters'),
  redirectUris: z.array(z.url({ protocol: /^https?$/ })).min(1),
  postLogoutRedirectUris: z.array(z.url({ protocol: /^https?$/ })).default([]),
  organisation: z.string().min(1),
  /** What the sign-on page calls the organisation; `organisation` itself when absent. */
  organisationName: z.string().min(1).optional(),
});

const staffMember = z.strictObject({
  subject: z.string().min(1).max(255),
  name: z.string().min(1),
  email: z.email(),
  language: z.enum(['nl', 'fr', 'en', 'de']),
  organisation: z.string().min(1),
  roles: z.array(z.string().min(1)).min(1),
  teams: z.array(z.string().min(1)),
});

/** The settings of the identity provider, as they stand in the environment. */
export const identitySettings = z
  .object({
    PORT: portSetting,
    CLIENTS: jsonSetting(z.array(client).min(1)),
    STAFF: jsonSetting(z.array(staffMember).min(1)),
  })
  .superRefine(({ CLIENTS, STAFF }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const id of repeated(CLIENTS.map((each) => each.clientId)))
      complain('CLIENTS', `clientId ${id} occurs twice`);
    for (const id of repeated(STAFF.map((each) => each.subject)))
      complain('STAFF', `subject ${id} occurs twice`);
    for (const { clientId, organisation } of CLIENTS) {
      if (!STAFF.some((member) => member.organisation === organisation)) {
        complain('STAFF', `nobody can sign on to ${clientId}: ${organisation} has no staff`);
      }
    }
  })
  .transform(({ PORT, CLIENTS, STAFF }) => ({ port: PORT, clients: CLIENTS, staff: STAFF }));

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** Port, relying parties and staff of the identity provider. */
export type IdentitySettings = z.output<typeof identitySettings>;
/** One relying party: an organisation's Digitale Balie. */
export type IdentityClient = z.output<typeof client>;
/** Somebody who can sign on. */
export type StaffMember = z.output<typeof staffMember>;
