import { Resolver } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import type { MailDomainAnswer, MailDomainLookup } from '#ports/mail-domain-lookup.ts';

type Settings = {
  /** Name servers, `address:port`; the machine's own when left out. */
  readonly servers?: readonly string[];
  readonly timeoutMilliseconds?: number;
  /** How long an answer is used again. */
  readonly keptMilliseconds?: number;
  /** A clock of this process is enough: it only measures how long something was kept. */
  readonly now?: () => number;
};

const mostKept = 2_000;

/** Asks the domain name system, once per domain and some minutes. */
export function createMailDomainLookup(settings: Settings = {}): MailDomainLookup {
  const { timeoutMilliseconds = 1_500, keptMilliseconds = 600_000, now = Date.now } = settings;
  const kept = new Map<string, { readonly answer: MailDomainAnswer; readonly until: number }>();
  const ask = async (domain: string) => {
    const resolver = new Resolver({ timeout: timeoutMilliseconds, tries: 1 });
    if (settings.servers) resolver.setServers([...settings.servers]);
    const timer = setTimeout(() => resolver.cancel(), timeoutMilliseconds);
    try {
      return await askResolver(resolver, domain);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    lookUp: async (written) => {
      const domain = domainToASCII(written.trim()).toLowerCase();
      if (domain === '' || domain.length > 253) return 'missing';
      const known = kept.get(domain);
      if (known !== undefined && known.until > now()) return known.answer;
      const answer = await ask(domain);
      if (kept.size >= mostKept) kept.clear();
      // What could not be found out is asked again.
      if (answer !== 'unknown') kept.set(domain, { answer, until: now() + keptMilliseconds });
      return answer;
    },
  };
}

async function askResolver(resolver: Resolver, domain: string): Promise<MailDomainAnswer> {
  try {
    const records = await resolver.resolveMx(domain);
    // RFC 7505: one record with an empty name, "no mail here".
    return records.every(({ exchange }) => exchange === '') ? 'refuses' : 'receives';
  } catch (error) {
    if (codeOf(error) === 'ENOTFOUND') return 'missing';
    return codeOf(error) === 'ENODATA' ? askForAddress(resolver, domain) : 'unknown';
  }
}

/** Without a mail record, mail goes to the domain's own address (RFC 5321, section 5.1). */
async function askForAddress(resolver: Resolver, domain: string): Promise<MailDomainAnswer> {
  const answers = await Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)]);
  if (answers.some(({ status }) => status === 'fulfilled')) return 'receives';
  const noneThere = answers.every(
    (answer) => answer.status === 'rejected' && ['ENODATA', 'ENOTFOUND'].includes(codeOf(answer.reason)),
  );
  return noneThere ? 'missing' : 'unknown';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
