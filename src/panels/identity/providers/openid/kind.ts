import { type ProviderKind, UnusableSettings } from '../../provider-kind.ts';
import { createOpenIdProvider } from './openid-provider.ts';
import type { IdentityProfile } from './profile.ts';

/** A profile of OpenID Connect as a kind of provider. */
export function overOpenId(profile: IdentityProfile): ProviderKind {
  return {
    id: profile.id,
    levels: profile.levels,
    setUp: ({ id, settings, keys }) => {
      const configured = profile.configure(settings);
      const { authentication, isEncrypted } = configured.protocol;
      if (authentication !== 'basic' && !keys.some(({ use }) => use === 'sig'))
        throw new UnusableSettings('needs a key of use "sig" in IDENTITY_KEYS');
      if (isEncrypted && !keys.some(({ use }) => use === 'enc'))
        throw new UnusableSettings('needs a key of use "enc" in IDENTITY_KEYS');
      return createOpenIdProvider({ id, profile, configured, keys });
    },
  };
}
