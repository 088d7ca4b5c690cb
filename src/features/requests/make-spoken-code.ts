import { holdRequest } from '#db/requests.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { AppointmentId, RequestId, SpokenCode } from '#journey/ids.ts';
import { isOpen } from '#journey/requests.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import { MINUTE_MILLISECONDS } from '#journey/time.ts';
import type { Clock } from '#ports/clock.ts';
import { drawSpokenCode, hashSpokenCode } from '#shared/spoken-code.ts';
import { asClerk } from './as-clerk.ts';
import { forgetOldCodes, saveCode } from './spoken-code.data.ts';

const livesMinutes = 10;
/** Even with a hundred codes alive, so many draws in a row do not all hit one of them. */
const mostDraws = 5;

type Tools = { readonly clock: Clock; readonly linkSecret: string };
export type SpokenCodeFailure = { readonly code: 'notFound' | 'settled' | 'crowded' };
export type MadeCode = {
  readonly code: SpokenCode;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
};

/**
 * Makes six digits for a clerk to say aloud: typed at `/code`, they lead whoever is on the telephone to this request. They are told to the
 * clerk once, and nobody can read them back.
 */
export function makeSpokenCode(
  { clock, linkSecret }: Tools,
  actor: StaffActor,
  appointmentId: AppointmentId,
  id: RequestId,
): Promise<Result<MadeCode, SpokenCodeFailure>> {
  return asClerk<MadeCode, SpokenCodeFailure>(actor, appointmentId, async (scope) => {
    const request = await holdRequest(scope, id);
    if (request === null || request.appointmentId !== appointmentId) return fail({ code: 'notFound' });
    // A third person has a link of their own.
    if (request.companionVisitId !== null) return fail({ code: 'notFound' });
    if (!isOpen(request.state)) return fail({ code: 'settled' });
    const now = clock.now();
    const expiresAt = now + livesMinutes * MINUTE_MILLISECONDS;
    await forgetOldCodes(scope, new Date(now));
    for (let draw = 0; draw < mostDraws; draw += 1) {
      const code = drawSpokenCode();
      const codeHash = hashSpokenCode(linkSecret, code);
      if (await saveCode(scope, id, { codeHash, expiresAt: new Date(expiresAt) }))
        return succeed({ code, expiresAt });
    }
    return fail({ code: 'crowded' });
  });
}
