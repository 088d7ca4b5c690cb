import { randomUUID } from 'node:crypto';
import { recordEvent } from '#db/event-log.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { holdTeam } from '#db/team-turn.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import type {
  AppointmentId,
  AppointmentReference,
  LinkToken,
  OrganisationId,
  ServiceId,
  TeamId,
} from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import type { WalkInChannel } from '#journey/walk-in-channels.ts';
import { deriveLinkToken, hashToken } from '#shared/secrets.ts';
import { channelsFor } from './channels-for.ts';
import { findWalkIn, insertWalkIn, readCounters } from './counters.data.ts';
import { readCounterState, type WalkInTools } from './walk-in-tools.ts';

export type JoinRequest = {
  readonly organisation: { readonly id: OrganisationId; readonly timeZone: string };
  readonly service: {
    readonly id: ServiceId;
    readonly teamId: TeamId;
    readonly durationMinutes: number;
    readonly channels: readonly Channel[];
  };
  readonly channel: WalkInChannel;
  /** One per form that was filled in. */
  readonly submissionKey: string;
  readonly name: string;
  /** E.164; null without. */
  readonly phone: string | null;
  readonly language: Language;
};

export type Joined = {
  readonly reference: AppointmentReference;
  readonly linkToken: LinkToken;
  /** This form joined before. */
  readonly again: boolean;
};

/** There is no open counter for this, it is closed, or nobody more can be helped before it closes. */
export type JoinFailure = { readonly code: 'notOffered' | 'closed' | 'full' };

/**
 * Takes somebody without appointment into the waiting room, with a link and a turn of their own. Nobody with an agreed time is put off
 * by it. The same form sent twice joins once.
 */
export async function joinCounter(
  tools: WalkInTools,
  { organisation, service, ...person }: JoinRequest,
): Promise<Result<Joined, JoinFailure>> {
  const { linkSecret } = tools;
  const { teamId } = service;
  return withOrganisation(organisation.id, async (scope) => {
    // One after the other: everybody's turn counts who came before.
    await holdTeam(scope, teamId);
    const before = await findWalkIn(scope, person.submissionKey);
    if (before !== null) {
      const { id, reference } = before;
      return succeed({ reference, linkToken: deriveLinkToken(linkSecret, id), again: true });
    }
    const [counter] = await readCounters(scope, teamId);
    if (counter === undefined || !channelsFor(counter, service).includes(person.channel))
      return fail({ code: 'notOffered' as const });
    const { timeZone } = organisation;
    const state = await readCounterState(tools, scope, counter, { service, timeZone });
    if (state.kind !== 'open') return fail({ code: state.kind });
    const now = epochMilliseconds(tools.clock.now());
    const startAt = epochMilliseconds(state.turnAt ?? now);
    const id = randomUUID() as AppointmentId;
    const linkToken = deriveLinkToken(linkSecret, id);
    const reference = tools.drawReference();
    const { name, ...rest } = person;
    await insertWalkIn(scope, {
      ...rest,
      id,
      reference,
      teamId,
      serviceId: service.id,
      citizenName: name,
      phraseWords: tools.drawPhrase(person.language),
      linkTokenHash: hashToken(linkToken),
      startAt,
      endAt: addMinutes(startAt, service.durationMinutes),
      createdAt: now,
    });
    await recordEvent(scope, {
      streams: [`appointment:${id}`, `team:${teamId}`],
      type: 'appointment.walkedIn',
      actor: { kind: 'citizen', id },
      payload: { appointmentId: id, serviceIds: service.id, startAt },
      at: now,
    });
    return succeed({ reference, linkToken, again: false });
  });
}
