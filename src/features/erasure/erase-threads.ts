import type { OrganisationId } from '#journey/ids.ts';
import { closedThreadDays, openLineDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteClosedThreads, deleteOldLines } from './erasure.data.ts';

/**
 * Erases the old lines of conversations that stay open, because somebody goes on writing in them.
 * @returns in how many steps of how many conversations there were any
 */
export function eraseOldLines(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) => deleteOldLines(scope, new Date(now - openLineDays * DAY_MILLISECONDS), mostAtOnce),
    describe: (id) => ({
      stream: `conversation:${id}`,
      type: 'thread.linesErased',
      payload: { conversationId: id },
    }),
  });
}

/**
 * Erases what people wrote by mail, SMS or WhatsApp, with the answers and the address, so many days after it was closed.
 * @returns how many conversations there were
 */
export function eraseThreads(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) =>
      deleteClosedThreads(scope, new Date(now - closedThreadDays * DAY_MILLISECONDS), mostAtOnce),
    describe: (id) => ({
      stream: `conversation:${id}`,
      type: 'thread.erased',
      payload: { conversationId: id },
    }),
  });
}
