import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not of the public internet: a server that fetches what somebody typed must never be led there (OWASP: server-side
 * request forgery). IANA's special-purpose registries of IPv4 and IPv6 (RFC 6890 and its updates).
 */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix, 'ipv4');

/** Only this part of IPv6 is given out for the public internet, without the stretches in it that lead elsewhere. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const specialIpv6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  specialIpv6.addSubnet(network, prefix, 'ipv6');

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const ipv4 = mapped.exec(address)?.[1] ?? address;
  const family = isIP(ipv4);
  if (family === 4) return !special.check(ipv4, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !specialIpv6.check(address, 'ipv6');
}

/** Whether an IP address is of this machine itself. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}
