import { domainToASCII } from 'node:url';

/** An SMTP answer that refuses: reply code and text, with its enhanced status (RFC 3463) in front. */
export interface Refusal {
  code: number;
  text: string;
}

/** What an address can do when mail is sent to it, in the words of the page. */
export const behaviours = {
  deliver: 'krijgt de mail, en dat wordt gemeld',
  silent: 'krijgt de mail zonder dat iemand het meldt',
  slow: 'antwoordt na 5 seconden',
  delayed: 'meldt eerst vertraging, en dan de aankomst',
  later: 'neemt de mail aan en stuurt ze dan terug (5.1.1)',
  bounce: 'wordt geweigerd (550 5.1.1)',
  blocked: 'weigert als ongewenst (554 5.7.1)',
  full: 'heeft een volle postbus (452 4.2.2)',
  busy: 'is even bezet (451 4.3.2)',
} as const;

/** What an address does when mail is sent to it. */
export type Behaviour = keyof typeof behaviours;

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

/** What was chosen for addresses, by address in lower case. */
export type Choices = ReadonlyMap<string, Behaviour>;

/** What was chosen for the address; else its name at any domain says it, also with a tag (`bounce+1@`); every other one delivers. */
export function behaviourOf(address: string, choices: Choices = new Map()): Behaviour {
  const chosen = choices.get(address.toLowerCase());
  const name = address.split('@')[0]?.split('+')[0]?.toLowerCase() ?? '';
  return chosen ?? (isBehaviour(name) ? name : 'deliver');
}

export function isBehaviour(text: string): text is Behaviour {
  return Object.hasOwn(behaviours, text);
}

/** The refusal of a sender, or null. The empty sender of reports (RFC 5321, 4.5.5) is taken. */
export function refuseSender(address: string, allowsUtf8: boolean): Refusal | null {
  if (address === '' || isMailAddress(address)) return refuseUtf8(address, allowsUtf8);
  return { code: 501, text: `5.1.7 <${address}> is not a mail address` };
}

/** The refusal of a recipient, or null when mail for it is taken. */
export function refuseRecipient(address: string, allowsUtf8: boolean, choices: Choices): Refusal | null {
  if (address.toLowerCase() !== 'postmaster' && !isMailAddress(address)) {
    return { code: 501, text: `5.1.3 <${address}> is not a mail address` };
  }
  switch (behaviourOf(address, choices)) {
    case 'bounce':
      return { code: 550, text: `5.1.1 <${address}> no such user here` };
    case 'blocked':
      return { code: 554, text: `5.7.1 <${address}> refused by policy` };
    case 'full':
      return { code: 452, text: `4.2.2 <${address}> mailbox full` };
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
