import { z } from 'zod';
import type { LocalizedText } from '#journey/language.ts';
import { localizedText } from '#journey/localized-text.ts';
import { defineProfile } from '../openid/profile.ts';
import { clientSecret, openIdSettings } from '../openid/settings.ts';
import { followStated, statedParts } from '../openid/stated.ts';

const needs: LocalizedText = {
  nl: 'Op de pagina van deze aanbieder.',
  fr: 'Sur la page de ce fournisseur.',
  en: 'On this provider’s own page.',
  de: 'Auf der Seite dieses Anbieters.',
};

const settings = openIdSettings.extend({
  clientSecret,
  ...statedParts,
  /** As citizens know the provider. */
  name: localizedText,
  numberKind: z.enum(['rijksregisternummer', 'bsn']).default('rijksregisternummer'),
  /** Whether it encrypts for us what it tells. */
  isEncrypted: z.boolean().default(false),
});

/** Any provider that keeps to OpenID Connect Core 1.0. */
export const generic = defineProfile({
  id: 'generic',
  needs,
  levels: [],
  settings,
  apply: ({ clientSecret: secret, name, numberKind, isEncrypted, ...stated }) => ({
    name,
    protocol: { authentication: secret === undefined ? 'ownKeyForIssuer' : 'basic', isEncrypted },
    ...followStated(stated, numberKind),
  }),
});
