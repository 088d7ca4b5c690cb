// node scripts/identity-keys.ts   prints new keys towards identity providers, to put in front of an organisation's in IDENTITY_KEYS
import { makeIdentityKeys } from './stack/identity-keys.ts';

process.stdout.write(`${JSON.stringify(await makeIdentityKeys())}\n`);
