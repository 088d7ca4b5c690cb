import { randomUUID } from 'node:crypto';
import { isUniqueViolation } from '#db/errors.ts';
import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { eventActorOf, type StaffActor } from '#journey/actor.ts';
import type { AppointmentId, AppointmentReference, ConversationId, ServiceId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';
import { beginPhone } from './begin-phone.ts';
import {
  type CallableService,
  findOpened,
  insertCaller,
  listTeamServices,
  saveCallersName,
} from './caller.data.ts';
import { type Workplace, workplaceOf } from './workplace.ts';

/** What the seat needs of other steps to make an entry. */
export type CallerTools = {
  readonly clock: Clock;
  readonly linkSecret: string;
  readonly drawPhrase: (language: Language) => readonly [string, string];
  readonly drawReference: () => AppointmentReference;
};

export type CallerFailure = {
  readonly code: /** No service of the team at whose seat the clerk sits. */
  'notFound' | 'alreadyInConversation';
};

export type Caller = {
  readonly serviceId: ServiceId;
  /** Empty until it is known. */
  readonly name: string;
  /** E.164; null without. */
  readonly phone: string | null;
  readonly language: Language;
  /** Drawn for each press: said twice, one conversation is opened. */
  readonly press: string;
};

/** What somebody who telephones this seat's team may do so about. */
export function listCallableServices(actor: StaffActor): Promise<readonly CallableService[]> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return Promise.resolve([]);
  return withOrganisation(actor.organisationId, async (scope) => {
    const services = await listTeamServices(scope, workplace.teamId);
    return services.map(({ id, name }) => ({ id, name }));
  });
}

export type Opened = Result<{ readonly conversationId: ConversationId }, CallerFailure>;

/**
 * Opens a conversation with who telephones without appointment: an entry of the day that is in the clerk's hand at once, and from then on a
 * conversation by telephone like any other, with one link of its own.
 */
export function openCaller(tools: CallerTools, actor: StaffActor, caller: Caller): Promise<Opened> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return Promise.resolve(fail({ code: 'notFound' }));
  return withOrganisation<Opened>(actor.organisationId, (scope) =>
    openInside(scope, tools, { actor, workplace, caller }),
  ).catch((error: unknown) => afterRefusal(error, actor, caller.press));
}

/** The same press at the same moment, or the database's refusal of a second conversation of one clerk. */
export async function afterRefusal(error: unknown, actor: StaffActor, press: string): Promise<Opened> {
  if (!isUniqueViolation(error)) throw error;
  const conversationId = await withOrganisation(actor.organisationId, (scope) => findOpened(scope, press));
  return conversationId === null ? fail({ code: 'alreadyInConversation' }) : succeed({ conversationId });
}

type Opening = {
  readonly actor: StaffActor;
  readonly workplace: Workplace;
  readonly caller: Caller;
  /** What else is written of the entry before the conversation begins. */
  readonly also?: (scope: OrganisationScope, entry: Entry) => Promise<void>;
};

type Entry = { readonly appointmentId: AppointmentId; readonly teamId: TeamId };

/** The same inside a transaction, which is to be given up when the database refuses. */
export async function openInside(
  scope: OrganisationScope,
  { clock, linkSecret, drawPhrase, drawReference }: CallerTools,
  { actor, workplace, caller, also }: Opening,
): Promise<Opened> {
  const before = await findOpened(scope, caller.press);
  if (before !== null) return succeed({ conversationId: before });
  const { teamId } = workplace;
  const service = (await listTeamServices(scope, teamId)).find(({ id }) => id === caller.serviceId);
  if (service === undefined) return fail({ code: 'notFound' });
  const now = clock.now();
  const appointmentId = randomUUID() as AppointmentId;
  await insertCaller(scope, {
    id: appointmentId,
    reference: drawReference(),
    teamId,
    serviceId: service.id,
    submissionKey: caller.press,
    citizenName: caller.name,
    phone: caller.phone,
    language: caller.language,
    phraseWords: drawPhrase(caller.language),
    linkTokenHash: hashToken(deriveLinkToken(linkSecret, appointmentId)),
    bookedById: actor.staffMemberId,
    startAt: new Date(now),
    endAt: new Date(now + service.durationMinutes * MINUTE_MILLISECONDS),
  });
  await recordEvent(scope, {
    streams: [`appointment:${appointmentId}`, `team:${teamId}`],
    type: 'appointment.phonedIn',
    actor: eventActorOf(actor),
    payload: { appointmentId, serviceIds: service.id },
    at: now,
  });
  await also?.(scope, { appointmentId, teamId });
  return succeed({ conversationId: await beginPhone(scope, { actor, workplace, appointmentId, now }) });
}

/** The clerk writes down who telephones, once they said it. */
export function nameCaller(
  clock: Clock,
  actor: StaffActor,
  appointmentId: AppointmentId,
  name: string,
): Promise<Result<null, { readonly code: 'notFound' }>> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const teamId = await saveCallersName(scope, appointmentId, actor.staffMemberId, name);
    if (teamId === null) return fail({ code: 'notFound' });
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${teamId}`],
      type: 'appointment.named',
      actor: eventActorOf(actor),
      payload: { appointmentId },
      at: clock.now(),
    });
    return succeed(null);
  });
}
