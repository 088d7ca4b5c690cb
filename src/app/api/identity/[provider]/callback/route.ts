import { findReturn, finishIdentification } from '#panels/identity/finish-identification.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { readForm } from '#shared/http/read-form.ts';
import { comeBackAhead } from '../../../../(citizen)/call/come-back-ahead.ts';
import { seeOther } from '../../../../(citizen)/open-link.ts';
import { comeBackOrdered } from '../../../../(citizen)/prove/come-back-ordered.ts';
import { identityToolsOf, logIdentityFailure } from '../../../../current-identity.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { currentVisit } from '../../../../current-visit.ts';

type Params = { params: Promise<{ provider: string }> };

/**
 * Where a provider sends somebody back to. The browser is asked who it is by the cookie of the appointment from which it left; in another
 * browser there is nothing here.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  return comeBack((await params).provider, search, requestPageOf(searchParams.get('from')));
}

/** The page of a request that our own page left from; null for everything else that somebody wrote there. */
function requestPageOf(from: string | null): string | null {
  return from !== null && /^\/a\/[\w-]+\/requests\/[0-9a-f-]{36}$/.test(from) ? from : null;
}

/** Where our own page sends what somebody proved there: too long, and too personal, for an address. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const form = hasOwnOrigin(request.headers) ? await readForm(request) : null;
  if (form === null) return seeOther('/');
  const fields = ['state', 'answer'].map((name) => [name, String(form.get(name) ?? '')]);
  return comeBack((await params).provider, new URLSearchParams(fields).toString());
}

/** @param from where to go when it was done before: who stops and what the provider tells of it may come one after the other */
async function comeBack(provider: string, query: string, from: string | null = null): Promise<Response> {
  const organisation = await currentOrganisation();
  const departure = await findReturn(organisation.id, query);
  // Used before, or too old: whoever reloads this page begins again from the appointment.
  if (departure === null) {
    if (from !== null) return seeOther(from);
    const brought = { provider, query };
    return (await comeBackOrdered(organisation, brought)) ?? comeBackAhead(organisation, brought);
  }
  const actor = await currentVisit(departure.reference);
  // The page of the appointment says what to do in a browser that does not hold it.
  if (actor === null) return seeOther(`/a/${departure.reference}`);
  const tools = identityToolsOf(organisation);
  const finished = await finishIdentification(tools, actor, { provider, query });
  if (!finished.ok) logIdentityFailure(tools, provider, finished.failure);
  return seeOther(`/a/${departure.reference}/requests/${departure.requestId}`);
}
