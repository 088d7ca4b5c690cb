import { runPeer } from '../peer.ts';
import { startSms } from './server.ts';
import { smsSettings } from './settings.ts';

await runPeer('sms', smsSettings, startSms);
