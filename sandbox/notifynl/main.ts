import { runPeer } from '../peer.ts';
import { startNotifyNl } from './server.ts';
import { notifyNlSettings } from './settings.ts';

await runPeer('notifynl', notifyNlSettings, startNotifyNl);
