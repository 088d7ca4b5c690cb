/** A mailbox as people write it (RFC 5322, section 3.4): `Name <address>`, or the address alone. */
export function parseMailbox(text: string): { readonly name: string; readonly address: string } {
  const [, name = '', address] = /^\s*"?([^"<>]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text) ?? [];
  return { name, address: address ?? text.trim() };
}
