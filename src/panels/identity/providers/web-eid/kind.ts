import type { ProviderKind } from '../../provider-kind.ts';
import { webEidLevels } from './levels.ts';
import { webEidSettings } from './settings.ts';
import { createWebEidProvider } from './web-eid-provider.ts';

/** An identity card in a reader, without anybody in between. */
export const webEid: ProviderKind = {
  id: 'web-eid',
  levels: webEidLevels,
  setUp: ({ id, settings }) => createWebEidProvider({ id, settings: webEidSettings.parse(settings) }),
};
