'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { leaveSeat, takeSeat } from '#features/seat/take-seat.ts';
import type { SeatChoiceState } from '#features/seat/ui/choose-seat.tsx';
import { parseId, type SeatId } from '#journey/ids.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { clock } from '../../../../wiring.ts';
import { currentStaff } from '../../../current-request.ts';

/** Sits down at the seat whose button was pressed, or stands up when it was the other button. */
export async function chooseSeat(_before: SeatChoiceState, form: FormData): Promise<SeatChoiceState> {
  if (!hasOwnOrigin(await headers())) return { code: 'unexpected' };
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat');
  const wanted = String(form.get('seat') ?? '');
  if (wanted === '') {
    const left = await leaveSeat(clock, actor);
    return left.ok ? redirect('/seat/choose') : left.failure;
  }
  const seatId = parseId<SeatId>(wanted);
  if (seatId === null) return { code: 'notFound' };
  const taken = await takeSeat(clock, actor, seatId);
  return taken.ok ? redirect('/seat') : taken.failure;
}
