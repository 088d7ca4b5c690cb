import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { type ListedReport, readReports } from './reports.data.ts';

/** What clerks reported, for a supervisor, the newest first; null for everybody else. */
export async function listReports(actor: StaffActor): Promise<readonly ListedReport[] | null> {
  if (!mayDo(actor, 'seeInsights')) return null;
  return withOrganisation(actor.organisationId, readReports);
}
