'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SeatEntry } from '#journey/live-views.ts';
import { waitingRoomClosesMinutesAfter } from '#journey/stages.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconCalendarClock } from '#shared/ui/icons/calendar-clock.ts';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { iconPrinter } from '#shared/ui/icons/printer.ts';
import { iconUserRoundX } from '#shared/ui/icons/user-round-x.ts';
import { Menu } from '#shared/ui/menu.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import type { Dossier } from '../dossier.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { isClosedByHand, isToBeClosed, Outcome, UndoOutcome } from './dossier-outcome.tsx';
import { SayDialog } from './say-dialog.tsx';
import { type Answer, sendCancellation, sendMissed } from './seat-requests.ts';
import { SendBackDialog } from './send-back-dialog.tsx';

type Props = { readonly entry: SeatEntry; readonly now: number; readonly dossier: Dossier };

/** What a clerk can do for somebody who is not in conversation: another time or channel, cancel, say what became of it. */
export function DossierActions({ entry, now, dossier }: Props) {
  const t = useTranslations('seat.actions');
  const say = useTranslations('seat.say');
  const sendBack = useTranslations('seat.sendBack');
  const [open, setOpen] = useState<'change' | 'cancel' | 'sendBack' | 'say' | null>(null);
  const [failed, setFailed] = useState(false);
  const { appointmentId, state } = entry;
  const run = async (work: Promise<Answer<unknown>>) => {
    setFailed(false);
    const answer = await work;
    setFailed(!answer.ok);
  };
  const isComing = state === 'expected' || state === 'waiting' || state === 'away';
  const toBeClosed = isToBeClosed(entry, now);
  const wasCalled = entry.sentBack !== null;
  const mayBeMissed = !toBeClosed && state !== 'waiting' && !wasCalled && isComing && now >= entry.startAt;
  const isThere = state === 'waiting' || state === 'away';
  const mayChange = now < addMinutes(epochMilliseconds(entry.endAt), waitingRoomClosesMinutesAfter);
  if (!isComing && !isClosedByHand(entry)) return null;
  const choose = (id: string) => {
    if (id === 'cancel' || id === 'sendBack' || id === 'say') setOpen(id);
    if (id === 'missed') void run(sendMissed(appointmentId, true));
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {isClosedByHand(entry) && <UndoOutcome entry={entry} run={run} />}
        {toBeClosed && <Outcome entry={entry} run={run} />}
        {isComing && mayChange && (
          <>
            {entry.seatId !== null && (
              <Button look="secondary" icon={iconCalendarClock} onClick={() => setOpen('change')}>
                {t('change')}
              </Button>
            )}
            {dossier.hasSheet && (
              <ButtonLink
                look="secondary"
                icon={iconPrinter}
                href={`/seat/sheet/${entry.reference}`}
                target="_blank"
              >
                {t('sheet')}
              </ButtonLink>
            )}
            <Menu
              label={t('more')}
              onChoose={choose}
              entries={[
                ...(isThere ? [{ id: 'say', text: say('openOne'), icon: iconMessageSquareText }] : []),
                ...(isThere && entry.conversationId !== null
                  ? [{ id: 'sendBack', text: sendBack('openBefore'), icon: iconHourglass }]
                  : []),
                ...(mayBeMissed ? [{ id: 'missed', text: t('missed'), icon: iconUserRoundX }] : []),
                { id: 'cancel', text: t('cancel'), icon: iconCalendarX, danger: true },
              ]}
            />
          </>
        )}
      </div>
      <div role="alert" className="empty:hidden">
        {failed && <Notice kind="warn">{t('failed')}</Notice>}
      </div>
      {open === 'change' && (
        <ChangeDialog entry={entry} hasPhone={dossier.phone !== null} onClose={() => setOpen(null)} />
      )}
      {open === 'say' && (
        <SayDialog to={{ appointmentId, name: entry.citizenName }} onClose={() => setOpen(null)} />
      )}
      {open === 'sendBack' && entry.conversationId !== null && (
        <SendBackDialog
          conversationId={entry.conversationId}
          citizenName={entry.citizenName}
          isSpeaking={false}
          inWriting={entry.channel === 'chat'}
          onSent={() => setOpen(null)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'cancel' && <CancelDialog entry={entry} onClose={() => setOpen(null)} />}
    </>
  );
}

type CancelProps = {
  readonly entry: Pick<SeatEntry, 'appointmentId' | 'citizenName'>;
  readonly onClose: () => void;
};

/** Asks first: a cancelled time is gone. */
export function CancelDialog({ entry, onClose }: CancelProps) {
  const t = useTranslations('seat.actions.cancelling');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const cancel = async () => {
    setBusy(true);
    const answer = await sendCancellation(entry.appointmentId);
    setBusy(false);
    if (answer.ok) onClose();
    else setFailed(true);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      role="alertdialog"
      title={t('title', { name: entry.citizenName })}
      closeText={t('close')}
      actions={
        <>
          <Button look="danger" busy={busy} busyText={t('busy')} onClick={() => void cancel()}>
            {t('confirm')}
          </Button>
          <Button look="secondary" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p>{t('text')}</p>
      <div role="alert">{failed && <Notice kind="warn">{t('failed')}</Notice>}</div>
    </Dialog>
  );
}
