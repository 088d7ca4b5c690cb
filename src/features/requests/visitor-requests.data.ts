import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { RequestId, ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { type Addressee, openStates, type RequestKind, type RequestState } from '#journey/requests.ts';
import type { VisitorRequest } from './request-views.ts';

const visitorFields = {
  id: true,
  kind: true,
  serviceId: true,
  title: true,
  purpose: true,
  basis: true,
  ifDeclined: true,
  isMandatory: true,
  keptDays: true,
  settings: true,
  state: true,
  problem: true,
  postponedAt: true,
  service: { select: { name: true, recipients: true } },
} as const;

/** What is asked of one person and not settled, the oldest first; with an id, that one alone, also once it is settled. */
export async function listVisitorRequests(
  { db }: OrganisationScope,
  asked: Addressee,
  id?: RequestId,
): Promise<readonly VisitorRequest[]> {
  const rows = await db.request.findMany({
    where: {
      ...asked,
      ...(id === undefined ? { state: { in: [...openStates] } } : { id, state: { not: 'draft' } }),
    },
    orderBy: { id: 'asc' },
    select: visitorFields,
  });
  return rows.map(toVisitorRequest);
}

type VisitorRow = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly serviceId: string;
  readonly title: unknown;
  readonly purpose: unknown;
  readonly basis: unknown;
  readonly ifDeclined: unknown;
  readonly isMandatory: boolean;
  readonly keptDays: number;
  readonly settings: unknown;
  readonly state: RequestState;
  readonly problem: string | null;
  readonly postponedAt: Date | null;
  readonly service: { readonly name: unknown; readonly recipients: unknown };
};

function toVisitorRequest({ service, postponedAt, ...row }: VisitorRow): VisitorRequest {
  return {
    ...row,
    id: row.id as RequestId,
    serviceId: row.serviceId as ServiceId,
    title: row.title as LocalizedText,
    purpose: row.purpose as LocalizedText,
    basis: row.basis as LocalizedText,
    ifDeclined: row.ifDeclined as LocalizedText | null,
    serviceName: service.name as LocalizedText,
    recipients: service.recipients as readonly LocalizedText[],
    isPostponed: postponedAt !== null,
    state: row.state as VisitorRequest['state'],
  };
}
