import { z } from 'zod';
import { jsonSetting, portSetting } from '../peer.ts';
import { dialectNames } from './dialects.ts';

const publicKeys = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) });

const client = z.strictObject({
  profile: z.enum(dialectNames),
  clientId: z.string().min(1),
  redirectUris: z.array(z.url({ protocol: /^https?$/ })).min(1),
  organisationName: z.string().min(1),
  /** Where both sides know a secret. */
  clientSecret: z.string().min(16, 'at least 16 characters').optional(),
  /** Where the client publishes its keys. */
  jwksUri: z.url({ protocol: /^https?$/ }).optional(),
  /** The client's keys themselves. */
  jwks: publicKeys.optional(),
});

/** The settings of the citizens' providers, as they stand in the environment. */
export const citizensSettings = z
  .object({ PORT: portSetting, CLIENTS: jsonSetting(z.array(client)) })
  .superRefine(({ CLIENTS }, context) => {
    for (const { clientId, clientSecret, jwksUri, jwks } of CLIENTS) {
      const ways = [clientSecret, jwksUri, jwks].filter((way) => way !== undefined);
      if (ways.length !== 1)
        context.addIssue({
          code: 'custom',
          path: ['CLIENTS'],
          message: `${clientId} needs one of clientSecret, jwksUri and jwks`,
        });
    }
  })
  .transform(({ PORT, CLIENTS }) => ({ port: PORT, clients: CLIENTS }));

/** Port and relying parties of the citizens' providers. */
export type CitizensSettings = z.output<typeof citizensSettings>;
/** One relying party at one provider: an organisation's Digitale Balie. */
export type CitizensClient = z.output<typeof client>;
