import type { LookupFunction } from 'node:net';

/** Names under .localhost are this machine, though its resolver may not know it (RFC 6761, section 6.3). */
export const loopback: LookupFunction = (_hostname, options, callback) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
