// Names under localhost lead to this machine (RFC 6761, section 6.3), also where its name server does not know that: browsers do so by
// themselves, Node asks. Imported by tests, and by what they start.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const ask = dns.lookup;

/** @type {any} */
const lookUp = (name, options, answer) =>
  name.endsWith('.localhost') ? ask('127.0.0.1', options, answer) : ask(name, options, answer);

dns.lookup = lookUp;
syncBuiltinESMExports();
