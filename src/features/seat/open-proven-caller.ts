import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, ConversationId, ServiceId, SpokenCode, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { AttemptLimiter } from '#ports/attempt-limiter.ts';
import { findOpened } from './caller.data.ts';
import { afterRefusal, type CallerFailure, type CallerTools, openInside } from './open-caller.ts';
import { workplaceOf } from './workplace.ts';

/** Who telephones and proved before who they are, as the panel that knows how tells it. */
export type ProvenCaller = {
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly language: Language;
  readonly keepWith: (
    scope: OrganisationScope,
    entry: { readonly appointmentId: AppointmentId; readonly teamId: TeamId },
  ) => Promise<boolean>;
};

export type ProvenTools = CallerTools & {
  readonly attemptLimiter: AttemptLimiter;
  /** Takes what a code stands for, which is good once; null for every miss. */
  readonly takeCode: (scope: OrganisationScope, code: SpokenCode) => Promise<ProvenCaller | null>;
};

export type ProvenFailure = {
  readonly code: CallerFailure['code'] /** Every miss, whatever was wrong. */ | 'unknown' | 'tooMany';
};

/** Six digits are soon tried out: few tries for one clerk, and not many for all together. Past that, no code opens anything for a while. */
const perClerk = { name: 'caller-code-clerk', attempts: 5, perSeconds: 600 };
const perOrganisation = { name: 'caller-code-organisation', attempts: 60, perSeconds: 600 };

type Opened = Result<{ readonly conversationId: ConversationId }, ProvenFailure>;

/**
 * Opens the conversation with somebody who telephones and says the six digits that they got when they proved who they are. Each try is counted
 * before it is looked at. A code of what another team helps with stays as it is.
 * @param said `press` names the press: said again after a lost answer, it is the same conversation
 */
export async function openProvenCaller(
  tools: ProvenTools,
  actor: StaffActor,
  { code, press }: { readonly code: SpokenCode; readonly press: string },
): Promise<Opened> {
  const workplace = workplaceOf(actor);
  if (workplace === null) return fail({ code: 'notFound' });
  // The same press after a lost answer is no new try.
  const before = await withOrganisation(actor.organisationId, (scope) => findOpened(scope, press));
  if (before !== null) return succeed({ conversationId: before });
  if (!(await mayTry(tools.attemptLimiter, actor))) return fail({ code: 'tooMany' });
  return withOrganisation<Opened>(actor.organisationId, async (scope) => {
    const proven = await tools.takeCode(scope, code);
    if (proven === null) return fail({ code: 'unknown' });
    const { serviceId, name, language, keepWith } = proven;
    const caller = { serviceId, name, phone: null, language, press };
    const opened = await openInside(scope, tools, {
      actor,
      workplace,
      caller,
      also: async (inside, entry) => {
        if (!(await keepWith(inside, entry))) throw new Untaken('unknown');
      },
    });
    if (!opened.ok) throw new Untaken(opened.failure.code);
    return opened;
  }).catch(async (error: unknown): Promise<Opened> => {
    if (error instanceof Untaken) return fail({ code: error.why });
    return afterRefusal(error, actor, press);
  });
}

/** Gives the transaction up: the code was not used. */
class Untaken extends Error {
  readonly why: ProvenFailure['code'];
  constructor(why: ProvenFailure['code']) {
    super(why);
    this.why = why;
  }
}

async function mayTry(
  limiter: AttemptLimiter,
  { organisationId, staffMemberId }: StaffActor,
): Promise<boolean> {
  // One clerk who is stopped must not use up what all others have.
  if (!(await limiter.allow(perClerk, staffMemberId))) return false;
  return limiter.allow(perOrganisation, organisationId);
}
