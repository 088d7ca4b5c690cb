import type { ProviderKind } from '../../provider-kind.ts';
import { createEudiProvider } from './eudi-provider.ts';
import { eudiLevels } from './levels.ts';
import { eudiSettings } from './settings.ts';

/** The European Digital Identity Wallet, over OpenID for Verifiable Presentations 1.0. For trial. */
export const eudi: ProviderKind = {
  id: 'eudi',
  levels: eudiLevels,
  setUp: ({ id, settings }) => createEudiProvider({ id, settings: eudiSettings.parse(settings) }),
};
