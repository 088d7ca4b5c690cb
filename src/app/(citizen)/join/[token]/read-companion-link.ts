import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { mayTryLink } from '#features/link/link-limits.ts';
import { type CompanionLinkSummary, lookAtCompanionLink } from '#features/link/open-companion-link.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { attemptLimiter, clock } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';

/** What a third person's link is; `unknown` for every miss; `tooMany` for whoever tried too often. */
export const readCompanionLink = cache(
  async (token: string): Promise<CompanionLinkSummary | 'unknown' | 'tooMany'> => {
    const [organisation, jar, head] = await Promise.all([currentOrganisation(), cookies(), headers()]);
    if (!(await mayTryLink(attemptLimiter, token, clientAddress(head)))) return 'tooMany';
    const read = (name: string) => jar.get(name)?.value;
    return (await lookAtCompanionLink(clock, organisation.id, token, read)) ?? 'unknown';
  },
);
