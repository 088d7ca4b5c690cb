import type { ProviderKind } from '../provider-kind.ts';
import { acmIdm } from './acm-idm/profile.ts';
import { csam } from './csam/profile.ts';
import { digidBroker } from './digid-broker/profile.ts';
import { eudi } from './eudi/kind.ts';
import { generic } from './generic/profile.ts';
import { itsme } from './itsme/profile.ts';
import { overOpenId } from './openid/kind.ts';
import type { IdentityProfile } from './openid/profile.ts';
import { webEid } from './web-eid/kind.ts';
import { yivi } from './yivi/kind.ts';

/** Those that speak OpenID Connect. A new one is a folder beside these and a line here. */
export const identityProfiles: readonly IdentityProfile[] = [acmIdm, csam, digidBroker, generic, itsme];

/** Every kind of provider that an organisation can choose. */
export const providerKinds: readonly ProviderKind[] = [
  ...identityProfiles.map(overOpenId),
  eudi,
  webEid,
  yivi,
];
