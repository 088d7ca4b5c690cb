import { withOrganisation } from '#db/organisation-scope.ts';
import type { LinkToken, OrganisationId } from '#journey/ids.ts';
import { deriveLinkToken } from '#shared/secrets.ts';
import { hashSheetCode, parseSheetCode } from '#shared/sheet-code.ts';
import { findAppointmentOfCode } from './link.data.ts';

/** The one link behind the code of a printed sheet; null for every miss, whatever was wrong. @param typed as it came from outside */
export async function findLinkOfCode(
  linkSecret: string,
  organisationId: OrganisationId,
  typed: string,
): Promise<LinkToken | null> {
  const code = parseSheetCode(typed);
  if (code === null) return null;
  const id = await withOrganisation(organisationId, (scope) =>
    findAppointmentOfCode(scope, hashSheetCode(linkSecret, code)),
  );
  return id === null ? null : deriveLinkToken(linkSecret, id);
}
