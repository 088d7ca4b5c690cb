import type { OrganisationId } from '#journey/ids.ts';
import { doneQuestionDays, openQuestionDays } from '#journey/retention.ts';
import { DAY_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { eraseInSteps, erasureStepSize } from './erase-in-steps.ts';
import { deleteOldQuestions } from './erasure.data.ts';

/**
 * Erases questions to the back office, so many days after who asked said that they are done; and whatever became of them, so many
 * days after they were asked.
 * @returns how many there were
 */
export function eraseQuestions(
  clock: Clock,
  organisationId: OrganisationId,
  mostAtOnce = erasureStepSize,
): Promise<number> {
  return eraseInSteps(clock, organisationId, {
    erase: (scope, now) =>
      deleteOldQuestions(
        scope,
        {
          doneBefore: new Date(now - doneQuestionDays * DAY_MILLISECONDS),
          askedBefore: new Date(now - openQuestionDays * DAY_MILLISECONDS),
        },
        mostAtOnce,
      ),
    describe: (id) => ({
      stream: `organisation:${organisationId}`,
      type: 'question.erased',
      payload: { questionId: id },
    }),
  });
}
