// Other contact software asks who somebody is, for a conversation of its own: docs/identity.md.
//   BALIE=https://leiebeke.balie.example KEY=… SERVICE=attest-gezinssamenstelling node docs/examples/ask-for-a-proof.mjs
// Prints the address for the citizen, waits for them, and prints who they are once the signature was checked.
import { createRemoteJWKSet, jwtVerify } from 'jose';

const { BALIE, KEY, SERVICE, LANGUAGE = 'nl', REFERENCE = 'conversation-1' } = process.env;
if (!BALIE || !KEY || !SERVICE) throw new Error('BALIE, KEY and SERVICE are needed.');
/** The id that the municipality gave this software: results for another one are not ours. */
const audience = process.env.CLIENT_ID ?? 'contact-center';
const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

const asked = await fetch(`${BALIE}/api/proofs`, {
  method: 'POST',
  headers,
  body: JSON.stringify({ service: SERVICE, language: LANGUAGE, reference: REFERENCE }),
});
const proof = await asked.json();
if (asked.status !== 201) throw new Error(`${proof.error.code}: ${proof.error.message}`);
console.log(`address ${proof.address}`);

for (;;) {
  const answer = await (await fetch(`${BALIE}/api/proofs/${proof.id}`, { headers })).json();
  if (answer.error) throw new Error(answer.error.message);
  if (answer.state === 'declined') {
    console.log('declined');
    break;
  }
  if (answer.state === 'done') {
    const keys = createRemoteJWKSet(new URL(`${BALIE}/api/identity/jwks`));
    const { payload } = await jwtVerify(answer.result, keys, { issuer: BALIE, audience, typ: 'proof+jwt' });
    if (payload.jti !== proof.id || payload.reference !== REFERENCE)
      throw new Error('This is another proof.');
    console.log(JSON.stringify(payload));
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}
