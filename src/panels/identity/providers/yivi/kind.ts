import { type ProviderKind, UnusableSettings } from '../../provider-kind.ts';
import { yiviLevels } from './levels.ts';
import { yiviSettings } from './settings.ts';
import { createYiviProvider } from './yivi-provider.ts';

/** Yivi: attributes from the population register in an app, disclosed to a server of the municipality's own. */
export const yivi: ProviderKind = {
  id: 'yivi',
  levels: yiviLevels,
  setUp: ({ id, settings, keys }) => {
    if (!keys.some(({ use }) => use === 'sig'))
      throw new UnusableSettings('needs a key of use "sig" in IDENTITY_KEYS');
    return createYiviProvider({ id, settings: yiviSettings.parse(settings), keys });
  },
};
