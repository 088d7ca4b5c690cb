import type { LocalizedText } from '#journey/language.ts';
import { defineProfile } from '../openid/profile.ts';
import { clientSecret, openIdSettings } from '../openid/settings.ts';
import { followStated, statedParts } from '../openid/stated.ts';

const name: LocalizedText = { nl: 'CSAM', fr: 'CSAM', en: 'CSAM', de: 'CSAM' };
const needs: LocalizedText = {
  nl: 'Met een identiteitskaart en een kaartlezer, itsme, of een code via app of sms.',
  fr: 'Avec une carte d’identité et un lecteur, itsme, ou un code par application ou SMS.',
  en: 'With an identity card and a reader, itsme, or a code from an app or by SMS.',
  de: 'Mit einem Personalausweis und einem Kartenleser, itsme oder einem Code per App oder SMS.',
};

/**
 * CSAM, the sign-on of the Belgian federal authorities (FAS). Its manual comes with the contract, so scopes, claims and levels are those of
 * the settings.
 */
export const csam = defineProfile({
  id: 'csam',
  needs,
  levels: [],
  settings: openIdSettings.extend({ clientSecret, ...statedParts }),
  apply: ({ clientSecret: secret, ...stated }) => ({
    name,
    protocol: { authentication: secret === undefined ? 'ownKeyForIssuer' : 'basic', isEncrypted: false },
    ...followStated(stated, 'rijksregisternummer'),
  }),
});
