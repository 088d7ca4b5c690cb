import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { listServices, type NamedService } from './insights.data.ts';
import type { Selection } from './selection.ts';
import { listWalkIns } from './walk-ins.data.ts';
import { summariseWalkIns, summariseWalkInsPerService, type WalkInSummary } from './walk-ins.ts';

export type WalkInInsights = {
  readonly total: WalkInSummary;
  readonly perService: readonly (WalkInSummary & { readonly service: NamedService })[];
};

/**
 * How it went at the open counter, for a supervisor; null for everybody else. Narrowed to one service it tells no more of it than the
 * table of all services does.
 */
export async function readWalkIns(actor: StaffActor, selection: Selection): Promise<WalkInInsights | null> {
  if (!mayDo(actor, 'seeInsights')) return null;
  const { services, walkIns } = await withOrganisation(actor.organisationId, async (scope) => ({
    services: await listServices(scope),
    walkIns: await listWalkIns(scope, selection),
  }));
  const named = new Map(services.map((service) => [service.id, service]));
  const perService = summariseWalkInsPerService(walkIns).flatMap(({ serviceId, ...summary }) => {
    const service = named.get(serviceId);
    return service === undefined ? [] : [{ service, ...summary }];
  });
  const { serviceSlug } = selection;
  if (serviceSlug === null) return { total: summariseWalkIns(walkIns), perService };
  const own = perService.filter(({ service }) => service.slug === serviceSlug);
  return { total: own[0] ?? summariseWalkIns([]), perService: own };
}
