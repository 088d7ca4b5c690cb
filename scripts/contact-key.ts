// node scripts/contact-key.ts   prints a new key for other contact software, and its hash for CONTACT_CLIENTS
import { createHash, randomBytes } from 'node:crypto';

const key = randomBytes(32).toString('base64url');
const keyHash = createHash('sha256').update(key).digest('hex');
process.stdout.write(`${JSON.stringify({ key, keyHash })}\n`);
