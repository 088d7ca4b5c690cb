import { findOfferedDays } from '#features/scheduling/find-times.ts';
import { type FreeDays, timesQuestion } from '#features/staff-booking/staff-booking-form.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { readJson } from '#shared/http/read-json.ts';
import { clock } from '../../../../../wiring.ts';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { answerNotFound, answerSeat } from '../../seat-answer.ts';
import { wishOf } from '../wish-of.ts';

/** The free times of what a citizen asks for on the telephone, those that are kept for staff too. */
export async function POST(request: Request): Promise<Response> {
  const [question, actor] = await Promise.all([readJson(request, timesQuestion), currentStaff()]);
  if (actor === null || question === null || !mayDo(actor, 'bookForCitizen')) return answerNotFound();
  const organisation = await currentOrganisation();
  return answerSeat(
    findOfferedDays(clock, organisation, wishOf(question)).then(
      (days): Result<FreeDays, { readonly code: 'unknownService' }> =>
        days === null
          ? fail({ code: 'unknownService' })
          : succeed({ days: days.filter(isFree).map(toTimes) }),
    ),
  );
}

type Day = NonNullable<Awaited<ReturnType<typeof findOfferedDays>>>[number];

const isFree = ({ full }: Day) => !full;
const toTimes = ({ date, morning, afternoon, evening }: Day) => ({
  date,
  times: [...morning, ...afternoon, ...evening].map(({ startAt }) => startAt),
});
