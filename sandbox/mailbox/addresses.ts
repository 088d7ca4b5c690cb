import { domainToASCII } from 'node:url';

/** An SMTP answer that refuses: reply code and text, with its enhanced status (RFC 3463) in front. */
export interface Refusal {
  code: number;
  text: string;
}

/** What an address does when mail is sent to it. */
export type Behaviour = 'bounce' | 'busy' | 'slow' | 'deliver';

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\u0080-\\uFFFF-]+";
const localPartSyntax = new RegExp(`^(?:${atom}(?:\\.${atom})*|"(?:[^"\\\\\\r\\n]|\\\\.)*")$`);
const labelSyntax = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** RFC 5321 syntax with the length limits of section 4.5.3.1, and a domain that is fully qualified. */
export function isMailAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  if (at < 1 || Buffer.byteLength(local) > 64 || domain.length > 253) return false;
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  return localPartSyntax.test(local) && labels.length > 1 && labels.every(isLabel) && !/^\d+$/.test(top);
}

function isLabel(label: string): boolean {
  return labelSyntax.test(label);
}

/** `bounce@`, `busy@` and `slow@` any domain, also with a tag (`bounce+1@`); every other address delivers. */
export function behaviourOf(address: string): Behaviour {
  const name = address.split('@')[0]?.split('+')[0]?.toLowerCase();
  return name === 'bounce' || name === 'busy' || name === 'slow' ? name : 'deliver';
}

/** The refusal of a sender, or null. The empty sender of reports (RFC 5321, 4.5.5) is taken. */
export function refuseSender(address: string, allowsUtf8: boolean): Refusal | null {
  if (address === '' || isMailAddress(address)) return refuseUtf8(address, allowsUtf8);
  return { code: 501, text: `5.1.7 <${address}> is not a mail address` };
}

/** The refusal of a recipient, or null when mail for it is taken. */
export function refuseRecipient(address: string, allowsUtf8: boolean): Refusal | null {
  if (address.toLowerCase() !== 'postmaster' && !isMailAddress(address)) {
    return { code: 501, text: `5.1.3 <${address}> is not a mail address` };
  }
  switch (behaviourOf(address)) {
    case 'bounce':
      return { code: 550, text: `5.1.1 <${address}> no such user here` };
    case 'busy':
      return { code: 451, text: `4.3.2 <${address}> the system is busy, try again later` };
    default:
      return refuseUtf8(address, allowsUtf8);
  }
}

/** A local part beyond ASCII needs SMTPUTF8 (RFC 6531); a domain may be given in either form. */
function refuseUtf8(address: string, allowsUtf8: boolean): Refusal | null {
  const local = address.slice(0, Math.max(address.lastIndexOf('@'), 0));
  if (allowsUtf8 || !/[^ -~]/.test(local)) return null;
  return { code: 553, text: `5.6.7 <${address}> needs SMTPUTF8` };
}
