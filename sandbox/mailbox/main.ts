import { runPeer } from '../peer.ts';
import { startMailbox } from './server.ts';
import { mailboxSettings } from './settings.ts';

await runPeer('mailbox', mailboxSettings, startMailbox);
