import { countingFor } from '#db/assurance.ts';
import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { AssuranceLevel } from '#journey/assurance-level.ts';
import type { AppointmentId, RequestId, RequestStatementId, VisitId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import { type MessageState, sentStateOf } from '#journey/message-state.ts';
import { isOpenedByCode, type Reached } from '#journey/requests.ts';
import type { VerifiedMandate } from '#ports/identity-provider.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import type { SeatRequest } from './request-views.ts';

/** Everything that was asked of the people of an appointment, the newest first. */
export async function listSeatRequests(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly SeatRequest[]> {
  const rows = await db.request.findMany({
    where: { appointmentId },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      statementId: true,
      kind: true,
      settings: true,
      title: true,
      state: true,
      progress: true,
      problem: true,
      postponedAt: true,
      declinedBecause: true,
      askedAt: true,
      openedAt: true,
      settledAt: true,
      service: { select: { name: true } },
      companionVisit: { select: { id: true, companionName: true } },
      appointment: { select: { kind: true, phone: true, email: true } },
      messages: {
        where: { kind: 'requestLink' },
        orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { state: true, sentTo: true, goesTo: true },
      },
    },
  });
  return rows.map(({ service, companionVisit, appointment, messages: [message], ...more }) => {
    const { postponedAt, askedAt, openedAt, settledAt, ...row } = more;
    return {
      ...row,
      id: row.id as RequestId,
      statementId: row.statementId as RequestStatementId,
      title: row.title as LocalizedText,
      serviceName: service.name as LocalizedText,
      companion: companionVisit && {
        visitId: companionVisit.id as VisitId,
        name: companionVisit.companionName ?? '',
      },
      isPostponed: postponedAt !== null,
      askedAt: askedAt.getTime(),
      openedAt: openedAt?.getTime() ?? null,
      settledAt: settledAt?.getTime() ?? null,
      sent: message ? toSent(message, appointment) : null,
    };
  });
}

type Sent = { readonly state: MessageState; readonly sentTo: string | null; readonly goesTo: string | null };

/** @param own how the appointment is reached, to whose number it goes unless something else was typed */
function toSent({ state, sentTo, goesTo }: Sent, own: Reached): SeatRequest['sent'] {
  const number = sentTo ?? goesTo ?? own.phone ?? '';
  return {
    number: formatPhoneLocally(number),
    state: sentStateOf(state),
    isByCode: isOpenedByCode(own, goesTo),
  };
}

export type FoundIdentity = {
  readonly requestId: RequestId;
  readonly level: AssuranceLevel;
  readonly provider: string;
  readonly method: string;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly numberMasked: string | null;
  readonly mandate: VerifiedMandate | null;
  /** What was asked. */
  readonly settings: unknown;
  readonly identifiedAt: Date;
  /** What a clerk found, where the name is another; null before. */
  readonly isSamePerson: boolean | null;
};

/** Who the citizen turned out to be in the device that is theirs now, or by a clerk's look; the newest first. */
export async function listIdentities(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<readonly FoundIdentity[]> {
  const rows = await db.identification.findMany({
    where: countingFor({ appointmentId, companionVisitId: null }),
    orderBy: { identifiedAt: 'desc' },
    select: {
      requestId: true,
      level: true,
      provider: true,
      method: true,
      name: true,
      birthDate: true,
      numberMasked: true,
      mandateKind: true,
      mandateNumber: true,
      mandateName: true,
      request: { select: { settings: true } },
      identifiedAt: true,
      isSamePerson: true,
    },
  });
  return rows.map(({ requestId, request, mandateKind, mandateNumber, mandateName, ...row }) => ({
    ...row,
    requestId: requestId as RequestId,
    settings: request.settings,
    mandate: toMandate(mandateKind, mandateNumber, mandateName),
  }));
}

function toMandate(
  kind: VerifiedMandate['kind'] | null,
  registrationNumber: string | null,
  name: string | null,
): VerifiedMandate | null {
  if (kind === null) return null;
  return kind === 'company' ? { kind, registrationNumber, name } : { kind, name: name ?? '' };
}

/** Who was found last to be somebody else than whom the clerk talks with. */
export async function findNotThem(
  { db }: OrganisationScope,
  appointmentId: AppointmentId,
): Promise<{ readonly name: string | null; readonly because: string } | null> {
  const row = await db.identification.findFirst({
    where: { request: { appointmentId, companionVisitId: null }, isSamePerson: false },
    orderBy: { judgedAt: 'desc' },
    select: { name: true, judgedBecause: true },
  });
  return row && { name: row.name, because: row.judgedBecause ?? '' };
}
