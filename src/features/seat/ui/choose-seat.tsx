'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { SeatId, StaffMemberId, TeamId } from '#journey/ids.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { PresenceMark } from '#shared/ui/presence-mark.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { OfferedSeat } from '../seats.data.ts';

/** What came of the last choice; null when nothing went wrong. */
export type SeatChoiceState = {
  readonly code: 'notFound' | 'seatTaken' | 'inConversation' | 'unexpected';
  readonly clerkName?: string;
} | null;

export type ChooseSeatProps = {
  readonly teams: readonly {
    readonly id: TeamId;
    readonly name: string;
    readonly seats: readonly OfferedSeat[];
  }[];
  readonly clerkId: StaffMemberId;
  /** Where the clerk sits now. */
  readonly seatId: SeatId | null;
  readonly action: (before: SeatChoiceState, form: FormData) => Promise<SeatChoiceState>;
};

/** The seats of the own teams, who sits where, and a button for each that is free. Works without script. */
export function ChooseSeat({ teams, clerkId, seatId, action }: ChooseSeatProps) {
  const t = useTranslations('seat.choose');
  const [problem, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="mt-5 grid max-w-text gap-6">
      <div role="alert" className="empty:hidden">
        {problem && (
          <Notice kind="warn">{t(`problems.${problem.code}`, { name: problem.clerkName ?? '' })}</Notice>
        )}
      </div>
      {teams.length === 0 && <p>{t('noTeams')}</p>}
      {teams.map((team) => (
        <section key={team.id} aria-labelledby={`team-${team.id}`}>
          <h2 id={`team-${team.id}`}>{team.name}</h2>
          {team.seats.length === 0 && <p className="text-ink-2">{t('noSeats')}</p>}
          <ul className="mt-2 divide-y divide-line rounded-lg bg-surface">
            {team.seats.map((seat) => (
              <SeatLine key={seat.id} seat={seat} clerkId={clerkId} isHere={seat.id === seatId} />
            ))}
          </ul>
        </section>
      ))}
      {seatId !== null && (
        <p className="flex flex-wrap gap-2">
          <ButtonLink look="secondary" href="/seat">
            {t('back')}
          </ButtonLink>
          <Button type="submit" look="underlined">
            {t('leave')}
          </Button>
        </p>
      )}
    </form>
  );
}

function SeatLine({ seat, clerkId, isHere }: { seat: OfferedSeat; clerkId: StaffMemberId; isHere: boolean }) {
  const t = useTranslations('seat.choose');
  const common = useTranslations('common');
  const { id, name, takenBy } = seat;
  const isOwn = takenBy?.id === clerkId;
  const words = isHere
    ? t('yours')
    : isOwn
      ? t('yoursElsewhere')
      : takenBy
        ? t('takenBy', { name: takenBy.name })
        : t('free');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <b className="w-24 flex-none">{name}</b>
      <span className="min-w-0 flex-1">
        <PresenceMark presence={takenBy ? 'here' : 'away'}>{words}</PresenceMark>
      </span>
      {(takenBy === null || (isOwn && !isHere)) && (
        <SubmitButton look="secondary" name="seat" value={id} busyText={common('busy')}>
          {t('take', { seat: name })}
        </SubmitButton>
      )}
    </li>
  );
}
