import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { listOpinions, listServices, type NamedService } from './insights.data.ts';
import { type OpinionSummary, summariseOpinions, summarisePerService } from './opinions.ts';
import type { Selection } from './selection.ts';

export type Insights = {
  readonly services: readonly NamedService[];
  readonly total: OpinionSummary;
  readonly perService: readonly (OpinionSummary & { readonly service: NamedService })[];
};

/**
 * What citizens think, for a supervisor; null for everybody else. Narrowed to one service it tells no more of it than the table
 * of all services does: whoever compares both learns nothing about fewer than five people.
 */
export async function readInsights(actor: StaffActor, selection: Selection): Promise<Insights | null> {
  if (!mayDo(actor, 'seeInsights')) return null;
  const { services, opinions } = await withOrganisation(actor.organisationId, async (scope) => ({
    services: await listServices(scope),
    opinions: await listOpinions(scope, selection),
  }));
  const named = new Map(services.map((service) => [service.id, service]));
  const perService = summarisePerService(opinions).flatMap(({ serviceId, ...summary }) => {
    const service = named.get(serviceId);
    return service === undefined ? [] : [{ service, ...summary }];
  });
  if (selection.serviceSlug === null) return { services, total: summariseOpinions(opinions), perService };
  const own = perService.filter(({ service }) => service.slug === selection.serviceSlug);
  return { services, total: own[0] ?? summariseOpinions([]), perService: own };
}
