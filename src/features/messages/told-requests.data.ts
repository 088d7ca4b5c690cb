import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readTextStops } from '#db/text-stops.ts';
import type { MessageId, RequestId } from '#journey/ids.ts';
import { isOpen, isOpenedByCode } from '#journey/requests.ts';
import type { ClaimedMessage } from './delivery.data.ts';
import type { ToldAppointment, ToldRequest } from './told.ts';

type Leading = ToldRequest & {
  /** Another number than the appointment's; null where it goes to that one. */
  readonly to: { readonly phone: string; readonly isStopped: boolean } | null;
};
export type ToldRequests = ReadonlyMap<MessageId, Leading>;

/** What messages lead to that lead to a request, by the message. */
export async function findToldRequests(
  scope: OrganisationScope,
  messages: readonly Pick<ClaimedMessage, 'id' | 'requestId' | 'goesTo'>[],
): Promise<ToldRequests> {
  const leading = messages.flatMap(({ id, requestId, goesTo }) =>
    requestId === null ? [] : [{ id, requestId, goesTo }],
  );
  if (leading.length === 0) return new Map();
  const rows = await scope.db.request.findMany({
    where: { id: { in: leading.map(({ requestId }) => requestId) } },
    select: { id: true, state: true, appointment: { select: { kind: true, phone: true, email: true } } },
  });
  const requests = new Map(rows.map((row) => [row.id as RequestId, row]));
  const stops = await readTextStops(
    scope,
    leading.flatMap(({ goesTo }) => goesTo ?? []),
  );
  return new Map(
    leading.map(({ id, requestId, goesTo }) => {
      const request = requests.get(requestId);
      const leads = {
        id: requestId,
        isOpen: request !== undefined && isOpen(request.state),
        isByCode: request === undefined || isOpenedByCode(request.appointment, goesTo),
        to: goesTo === null ? null : { phone: goesTo, isStopped: stops.has(goesTo) },
      };
      return [id, leads];
    }),
  );
}

/** The appointment as it is told by a message that leads to a request: to the number that was typed for it, if one was. */
export function toldOfRequest(appointment: ToldAppointment, leading: Leading | undefined): ToldAppointment {
  if (leading === undefined) return appointment;
  const { to, ...request } = leading;
  const told = { ...appointment, request };
  return to === null ? told : { ...told, phone: to.phone, textsStopped: to.isStopped };
}
