import { runPeer } from '../peer.ts';
import { startIdentity } from './server.ts';
import { identitySettings } from './settings.ts';

await runPeer('identity', identitySettings, startIdentity);
