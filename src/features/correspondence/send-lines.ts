import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { writeTextStop } from '#db/text-stops.ts';
import { systemActor } from '#journey/actor.ts';
import type { OrganisationId, TextLineId } from '#journey/ids.ts';
import type { LineState } from '#journey/text-lines.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import type { SendOutcome } from '#ports/mailer.ts';
import { findLine, type LineChange, type LineToSend, takeLines, writeLine } from './sending.data.ts';

const takenAtOnce = 20;
/** How long whoever took an answer may be sending it, before another process takes it up again. */
const leaseMinutes = 1;
/** Until the next attempt, after the first, second, … failure that may pass. After the last one it is given up. */
const retryMinutes = [1, 2, 5, 15, 60] as const;

/** They asked for no more before it went. */
const unsubscribed = { kind: 'failedForGood', code: 'unsubscribed' } as const;

/** Writes an answer out, with its link, and hands it to the next server. */
export type SendLine = (line: LineToSend) => Promise<SendOutcome>;

/** Sends the answers of one organisation whose moment has come. @returns how many were tried */
export async function sendLines(
  clock: Clock,
  organisationId: OrganisationId,
  send: SendLine,
): Promise<number> {
  const now = clock.now();
  const until = new Date(now + leaseMinutes * MINUTE_MILLISECONDS);
  const lines = await withOrganisation(organisationId, (scope) =>
    takeLines(scope, { now: new Date(now), until, limit: takenAtOnce }),
  );
  for (const line of lines) {
    const outcome = line.isStopped ? unsubscribed : await send(line);
    await withOrganisation(organisationId, (scope) =>
      change(scope, line.id, ['sending'], changeOf(outcome, line.attempts, clock.now()), clock.now()),
    );
  }
  return lines.length;
}

function changeOf(outcome: SendOutcome, attempts: number, now: number): LineChange {
  if (outcome.kind === 'accepted') {
    const { providerReference } = outcome;
    return { state: 'accepted', providerReference, failureCode: null, nextAttemptAt: null };
  }
  const minutes = outcome.kind === 'failedTemporarily' ? retryMinutes[attempts - 1] : undefined;
  const given = { providerReference: null, failureCode: outcome.code };
  return minutes === undefined
    ? { ...given, state: 'failedForGood', nextAttemptAt: null }
    : { ...given, state: 'failedTemporarily', nextAttemptAt: new Date(now + minutes * MINUTE_MILLISECONDS) };
}

export type LineReport = {
  readonly id: TextLineId;
  readonly providerReference: string;
  readonly state: 'accepted' | 'delivered' | 'read' | 'failedForGood';
  readonly failureCode: string | null;
};

/** From where each word takes an answer further. A proof of arrival is stronger than a failure, in whatever order they come. */
const before: Readonly<Record<LineReport['state'], readonly LineState[]>> = {
  accepted: ['sending', 'failedTemporarily'],
  failedForGood: ['sending', 'failedTemporarily', 'accepted'],
  delivered: ['sending', 'failedTemporarily', 'accepted', 'failedForGood'],
  read: ['sending', 'failedTemporarily', 'accepted', 'failedForGood', 'delivered'],
};

/** Takes in what a provider tells of an answer. */
export async function recordLineReport(
  clock: Clock,
  organisationId: OrganisationId,
  { id, state, providerReference, failureCode }: LineReport,
): Promise<'recorded' | 'unknownLine'> {
  return withOrganisation(organisationId, async (scope) => {
    if ((await findLine(scope, id)) === null) return 'unknownLine';
    const told = { state, providerReference, failureCode, nextAttemptAt: null };
    await change(scope, id, before[state], told, clock.now());
    return 'recorded';
  });
}

async function change(
  scope: OrganisationScope,
  id: TextLineId,
  from: readonly LineState[],
  told: LineChange,
  now: number,
): Promise<void> {
  const line = await findLine(scope, id);
  if (line === null || !(await writeLine(scope, id, from, told))) return;
  const { conversationId, teamId, means, contactAddress } = line;
  // The provider knows of a wish that never came in here.
  if (told.failureCode === 'unsubscribed' && means === 'sms' && contactAddress !== null)
    await writeTextStop(scope, contactAddress, new Date(now));
  await recordEvent(scope, {
    streams: [`team:${teamId}`, `conversation:${conversationId}`],
    type: `line.${told.state}`,
    actor: systemActor,
    payload: { conversationId, lineId: id, ...(told.failureCode && { failureCode: told.failureCode }) },
    at: now,
  });
}
