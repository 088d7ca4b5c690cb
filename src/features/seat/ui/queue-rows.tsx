'use client';

import { useTranslations } from 'next-intl';
import type { SeatEntry } from '#journey/live-views.ts';
import { formatClock } from '#shared/i18n/format-moment.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconClockExclamationPoint } from '#shared/ui/icons/clock-exclamation-point.ts';
import { iconDoorOpen } from '#shared/ui/icons/door-open.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { iconGauge } from '#shared/ui/icons/gauge.ts';
import { iconListChecks } from '#shared/ui/icons/list-checks.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { QueueRow } from '#shared/ui/queue.tsx';
import { QueueLine } from '#shared/ui/queue-heading.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { MessageGlyph } from './message-glyph.tsx';
import { useRowWords } from './queue-row-words.ts';
import { useLocalized, useMomentStyle, useNameOf } from './seat-place.tsx';

/** A shorter delay is not worth a word. */
const laterFromMilliseconds = 5 * 60_000;

export type RowProps = {
  readonly entry: SeatEntry;
  readonly now: number;
  readonly selected: boolean;
  readonly narrow: boolean;
  readonly onOpen: () => void;
};

/** Somebody who is there, or was a moment ago: two lines, and what stands out. */
export function PersonRow({
  entry,
  now,
  selected,
  narrow,
  onOpen,
  isNext,
  isOwn,
}: RowProps & { isNext: boolean; isOwn: boolean }) {
  const localized = useLocalized();
  const style = useMomentStyle();
  const nameOf = useNameOf();
  const words = useRowWords()(entry, now, isNext, isOwn);
  const service = entry.services.map(localized).join(', ');
  return (
    <QueueRow
      presence={words.presence}
      presenceText={words.presenceText}
      name={nameOf(entry)}
      time={formatClock(entry.startAt, style)}
      mark={<MessageGlyph entry={entry} />}
      service={service}
      waiting={words.waiting}
      waitingTone={words.tone}
      tags={<RowTags entry={entry} isOwn={isOwn} />}
      selected={selected}
      narrow={narrow}
      onClick={onOpen}
    />
  );
}

/** Only what needs attention. */
function RowTags({ entry, isOwn }: { entry: SeatEntry; isOwn: boolean }) {
  const t = useTranslations('seat.queue');
  const style = useMomentStyle();
  const { deviceTest, preparation, atTheDoor, state, word, seatId, channel } = entry;
  const isThere = state === 'waiting' || state === 'away';
  const laterAt = expectedLater(entry);
  const tags = [
    isThere && laterAt !== null && (
      <Tag key="later" tone="warn" icon={iconClock4}>
        {t('expectedAround', { time: formatClock(laterAt, style) })}
      </Tag>
    ),
    seatId === null && (
      <Tag key="walkIn" tone="info" icon={iconDoorOpen}>
        {t('walkIn')}
      </Tag>
    ),
    channel === 'chat' && (
      <Tag key="chat" tone="info" icon={iconMessageSquare}>
        {t('chat')}
      </Tag>
    ),
    isThere && word?.isRead === false && (
      <Tag key="word" tone="neutral" icon={iconMessageSquareText}>
        {t('wordUnread')}
      </Tag>
    ),
    isThere && deviceTest === 'limited' && (
      <Tag key="test" tone="warn" icon={iconGauge}>
        {t('testLimited')}
      </Tag>
    ),
    isThere && deviceTest === 'failed' && (
      <Tag key="test" tone="danger" icon={iconGauge}>
        {t('testFailed')}
      </Tag>
    ),
    isThere && preparation !== null && preparation.ready < preparation.all && (
      <Tag key="ready" tone="neutral" icon={iconListChecks}>
        {t('partlyReady', { ready: preparation.ready, all: preparation.all })}
      </Tag>
    ),
    isThere && preparation !== null && preparation.documents > 0 && (
      <Tag key="documents" tone="info" icon={iconFileText}>
        {t('documents', { count: preparation.documents })}
      </Tag>
    ),
    atTheDoor.length > 0 && (isOwn || isThere) && (
      <Tag key="door" tone={isOwn ? 'lamp' : 'neutral'} icon={isOwn ? iconDoorOpen : iconUsersRound}>
        {isOwn
          ? t('atTheDoor', { count: atTheDoor.length })
          : t('companionThere', { count: atTheDoor.length })}
      </Tag>
    ),
  ].filter(Boolean);
  return tags.length === 0 ? null : tags;
}

/** Somebody of later, of earlier, or with a colleague: one line. */
export function EntryLine({ entry, now, selected, narrow, onOpen }: RowProps) {
  const nameOf = useNameOf();
  const t = useTranslations('seat.queue');
  const localized = useLocalized();
  const style = useMomentStyle();
  const service = entry.services.map(localized).join(', ');
  return (
    <QueueLine
      time={formatClock(entry.startAt, style)}
      selected={selected}
      onClick={onOpen}
      end={
        <span className="flex items-center gap-2">
          <LineEnd entry={entry} now={now} narrow={narrow} />
          <MessageGlyph entry={entry} />
        </span>
      }
    >
      {narrow ? nameOf(entry) : t('who', { name: nameOf(entry), service })}
    </QueueLine>
  );
}

/** Of an earlier day: its date stands where the time would. */
export function UnclosedLine({ entry, selected, onOpen }: RowProps) {
  const nameOf = useNameOf();
  const t = useTranslations('seat.queue');
  const localized = useLocalized();
  const { language, timeZone } = useMomentStyle();
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric', timeZone });
  const service = entry.services.map(localized).join(', ');
  return (
    <QueueLine
      time={date.format(entry.startAt)}
      selected={selected}
      onClick={onOpen}
      end={<MessageGlyph entry={entry} />}
    >
      {t('who', { name: nameOf(entry), service })}
    </QueueLine>
  );
}

/** When somebody who still has to come is expected, if that is worth a word; else null. */
function expectedLater({ expectedAt, startAt }: SeatEntry): number | null {
  return expectedAt !== null && expectedAt - startAt >= laterFromMilliseconds ? expectedAt : null;
}

function LineEnd({ entry, now, narrow }: Pick<RowProps, 'entry' | 'now' | 'narrow'>) {
  const t = useTranslations('seat.queue');
  const style = useMomentStyle();
  const { state, clerk, startAt } = entry;
  const laterAt = expectedLater(entry);
  // Where there is little room the name matters more, except that somebody has come, or is kept waiting.
  if (narrow && state !== 'waiting' && state !== 'away' && laterAt === null) return null;
  switch (state) {
    case 'waiting':
    case 'away':
      return <Tag tone="ok">{t('arrivedTag')}</Tag>;
    case 'expected':
      if (laterAt !== null)
        return (
          <Tag tone="warn" icon={iconClock4}>
            {t('expectedAround', { time: formatClock(laterAt, style) })}
          </Tag>
        );
      // Whoever is called is never late.
      return now > startAt && entry.channel !== 'phone' ? (
        <Tag tone="warn" icon={iconClockExclamationPoint}>
          {t('tooLate')}
        </Tag>
      ) : null;
    case 'admitted':
      return <span className="text-ink-2">{t('withColleague', { name: clerk?.name ?? '' })}</span>;
    default:
      return <span className="text-ink-2">{t(`states.${state}`)}</span>;
  }
}
