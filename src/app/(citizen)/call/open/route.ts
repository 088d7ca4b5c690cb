import { withOrganisation } from '#db/organisation-scope.ts';
import { findVisited } from '#features/link/visit.data.ts';
import { visitCookieHeader } from '#features/link/visit-cookie.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { clock } from '../../../../wiring.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { seeOther } from '../../open-link.ts';
import { currentCallerToken } from '../current-ahead.ts';

/** A person's click: leads the browser in which they proved who they are to the conversation that the clerk opened with their code. */
export async function POST(request: Request): Promise<Response> {
  if (!hasOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const [organisation, browser] = await Promise.all([currentOrganisation(), currentCallerToken()]);
  const visited =
    browser && (await withOrganisation(organisation.id, (scope) => findVisited(scope, browser)));
  if (!browser || visited === null) return seeOther('/call/code?problem=notYet');
  const response = seeOther(`/a/${visited.reference}`);
  response.headers.append('set-cookie', visitCookieHeader(visited, browser, clock.now()));
  return response;
}
