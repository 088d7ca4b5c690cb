'use client';

import { useTranslations } from 'next-intl';
import type { SeatEntry } from '#journey/live-views.ts';
import { hasWaitingRoom } from '#journey/stages.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconCheck } from '#shared/ui/icons/check.ts';
import { iconUndo2 } from '#shared/ui/icons/undo-2.ts';
import { iconUserRoundX } from '#shared/ui/icons/user-round-x.ts';
import { type Answer, sendMissed, sendTookPlace } from './seat-requests.ts';

type Props = {
  readonly entry: SeatEntry;
  /** Does it, and says so when the server refuses. */
  readonly run: (work: Promise<Answer<unknown>>) => void;
};

/** A call or a visit to the counter began, by the clock: only a person knows what became of it. */
export function isToBeClosed({ state, channel, startAt }: SeatEntry, now: number): boolean {
  return state === 'expected' && !hasWaitingRoom(channel) && now >= startAt;
}

/** What a clerk said became of it can be taken back; what the waiting room saw cannot. */
export function isClosedByHand({ state, channel, conversationId }: SeatEntry): boolean {
  return state === 'missed' || (state === 'ended' && !hasWaitingRoom(channel) && conversationId === null);
}

/** It took place, or nobody came. */
export function Outcome({ entry: { appointmentId, channel }, run }: Props) {
  const t = useTranslations('seat.actions');
  return (
    <>
      <Button icon={iconCheck} onClick={() => run(sendTookPlace(appointmentId, true))}>
        {t('tookPlace')}
      </Button>
      <Button look="secondary" icon={iconUserRoundX} onClick={() => run(sendMissed(appointmentId, true))}>
        {t(channel === 'phone' ? 'notReached' : 'missed')}
      </Button>
    </>
  );
}

/** Takes back what was said. */
export function UndoOutcome({ entry: { appointmentId, channel, state }, run }: Props) {
  const t = useTranslations('seat.actions');
  const undo = () =>
    run(state === 'missed' ? sendMissed(appointmentId, false) : sendTookPlace(appointmentId, false));
  return (
    <Button look="secondary" icon={iconUndo2} onClick={undo}>
      {t(hasWaitingRoom(channel) ? 'undoMissed' : 'undo')}
    </Button>
  );
}
