'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { formatTime } from '#shared/i18n/format-moment.ts';
import { iconClockExclamationPoint } from '#shared/ui/icons/clock-exclamation-point.ts';
import { Tag } from '#shared/ui/tag.tsx';
import { CallersName } from './callers-name.tsx';
import { DoorNotices, PeopleInside } from './door.tsx';
import { DossierBody } from './dossier-body.tsx';
import { NotesField } from './notes-field.tsx';
import { overtimeOf } from './overtime.ts';
import { useLocalized, useMomentStyle, useNameOf, useSeatPlace } from './seat-place.tsx';
import type { SeatSlots } from './seat-slots.ts';
import { SendBackButton } from './send-back-dialog.tsx';
import type { DossierState } from './use-dossier.ts';
import type { Notes } from './use-notes.ts';
import { minutesBetween } from './use-server-minute.ts';

export type CallTopProps = {
  readonly entry: SeatEntry;
  readonly now: number;
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** The citizen waits again. */
  readonly onSentBack: () => void;
};

/** Over the picture: with whom, how long, until when. */
export function CallTop({ entry, now, headingRef, onSentBack }: CallTopProps) {
  const t = useTranslations('seat.call');
  const style = useMomentStyle();
  const nameOf = useNameOf();
  const { clerkId } = useSeatPlace();
  const minutes = minutesBetween(entry.admittedAt ?? now, now);
  const planned = minutesBetween(entry.startAt, entry.endAt);
  const late = overtimeOf(entry, now);
  const endAt = (entry.admittedAt ?? now) + (entry.endAt - entry.startAt);
  return (
    <div className="flex flex-wrap items-baseline gap-x-3">
      <h2
        ref={headingRef}
        tabIndex={-1}
        className="ring-inside min-w-0 flex-[1_1_10rem] rounded-sm text-[1.125rem] leading-6 wrap-anywhere"
      >
        {nameOf(entry)}
      </h2>
      {late === 0 ? (
        <p className="text-ink-2">{t('elapsed', { minutes, planned, time: formatTime(endAt, style) })}</p>
      ) : (
        <p>
          <Tag tone="warn" icon={iconClockExclamationPoint}>
            {t('overtime', { late, minutes, planned })}
          </Tag>
        </p>
      )}
      {entry.conversationId !== null && entry.clerk?.id === clerkId && entry.channel !== 'phone' && (
        <SendBackButton
          conversationId={entry.conversationId}
          citizenName={entry.citizenName}
          inWriting={entry.channel === 'chat'}
          onSent={onSentBack}
        />
      )}
    </div>
  );
}

type Current = NonNullable<SeatView['current']>;

export type CallBottomProps = {
  readonly entry: SeatEntry;
  readonly current: Current;
  readonly notes: Notes;
  readonly renderForward: SeatSlots['renderForward'];
};

/** Under the picture: who stands at the door, and what the clerk writes. */
export function CallBottom({ entry, current, notes, renderForward }: CallBottomProps) {
  const say = useLocalized();
  const { conversationId, isOwn, forward, byPhone } = current;
  const passing = renderForward({ conversationId, isOwn, byPhone, forward, say });
  if (!isOwn) return passing;
  return (
    <>
      <DoorNotices conversationId={conversationId} atTheDoor={entry.atTheDoor} />
      {passing}
      <div className="max-w-240 px-4 py-3">
        <NotesField notes={notes} />
      </div>
    </>
  );
}

/** Beside the picture: who is inside, and the dossier of the citizen with whom the clerk speaks. */
export function CallSide({
  current,
  entry,
  dossier,
  renderRole,
  renderCompanions,
  renderRequests,
}: Pick<SeatSlots, 'renderRole' | 'renderCompanions' | 'renderRequests'> & {
  readonly current: Current;
  readonly entry: SeatEntry | null;
  readonly dossier: DossierState;
}) {
  return (
    <div className="p-4">
      {/* Apart from what follows: both are given the appointment's id as their key. */}
      <div>
        {entry?.citizenName === '' && current.isOwn && <CallersName appointmentId={entry.appointmentId} />}
        {entry &&
          current.isOwn &&
          renderRequests({
            ...entry,
            isInConversation: true,
            isSpeaking: !current.inWriting,
            byPhone: current.byPhone,
            mayAsk: true,
          })}
      </div>
      {current.isOwn && (
        <PeopleInside
          conversationId={current.conversationId}
          people={current.people}
          renderRole={renderRole}
        />
      )}
      {entry && current.isOwn && !current.byPhone && !current.inWriting && renderCompanions(entry)}
      <DossierBody state={dossier} columns={false} />
    </div>
  );
}
