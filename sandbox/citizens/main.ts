import { runPeer } from '../peer.ts';
import { startCitizens } from './server.ts';
import { citizensSettings } from './settings.ts';

await runPeer('citizens', citizensSettings, startCitizens);
