import { withOrganisation } from '#db/organisation-scope.ts';
import type { LinkToken, OrganisationId } from '#journey/ids.ts';
import { keptUntil } from '#journey/retention.ts';
import type { Clock } from '#ports/clock.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { hashSheetCode, parseSheetCode } from '#shared/sheet-code.ts';
import { findAppointmentOfCode } from './link.data.ts';

type Tools = { readonly clock: Clock; readonly linkSecret: string };

/**
 * The one link behind the code of a printed sheet; null for every miss, whatever was wrong. The code dies with the link.
 * @param typed as it came from outside
 */
export async function findLinkOfCode(
  { clock, linkSecret }: Tools,
  organisationId: OrganisationId,
  typed: string,
): Promise<LinkToken | null> {
  const code = parseSheetCode(typed);
  if (code === null) return null;
  const appointment = await withOrganisation(organisationId, (scope) =>
    findAppointmentOfCode(scope, hashSheetCode(linkSecret, code)),
  );
  if (appointment === null || clock.now() >= keptUntil(appointment)) return null;
  return deriveLinkToken(linkSecret, appointment.id);
}
