'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { AppointmentId } from '#journey/ids.ts';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { QueueList } from '#shared/ui/queue.tsx';
import { QueueGroup, QueueHeading } from '#shared/ui/queue-heading.tsx';
import { Segments } from '#shared/ui/segments.tsx';
import { EntryLine, PersonRow, UnclosedLine } from './queue-rows.tsx';
import { findNext, layOutQueue, type QueueSection } from './queue-sections.ts';
import { SayToAll } from './say-dialog.tsx';
import { useSeatPlace } from './seat-place.tsx';
import { useSettledQueue } from './use-settled-queue.ts';

export type QueueColumnProps = {
  readonly view: SeatView;
  readonly now: number;
  readonly selectedId: AppointmentId | null;
  readonly onOpen: (appointmentId: AppointmentId) => void;
  /** One of another day. */
  readonly onOpenFound: (entry: SeatEntry) => void;
  /** What is passed on to this seat, over everything. */
  readonly forwarded: ReactNode;
  /** Who wrote, below who waits. */
  readonly messages: ReactNode;
};

/** The waiting room and the rest of the day. Live, but nothing moves under the clerk's hand. */
export function QueueColumn(props: QueueColumnProps) {
  const { view, now, selectedId, onOpen, messages } = props;
  const t = useTranslations('seat.queue');
  const { seatId } = useSeatPlace();
  const [ownOnly, setOwnOnly] = useState(false);
  const narrow = view.current !== null;
  const due = layOutQueue(
    view,
    ownOnly && !narrow ? (entry) => entry.seatId === null || entry.seatId === seatId : undefined,
  );
  const { layout, watch } = useSettledQueue(due);
  const byId = new Map(view.entries.map((entry) => [entry.appointmentId, entry]));
  const nextId = findNext(due.waiting.flatMap((id) => byId.get(id) ?? []));
  const present = due.waiting.filter((id) => byId.get(id)?.state === 'waiting').length;
  const rows = (section: QueueSection) =>
    layout[section].flatMap((id) => {
      const entry = byId.get(id);
      if (entry === undefined) return [];
      const isOwn = view.current?.appointmentId === id;
      const props = { entry, now, narrow, selected: selectedId === id, onOpen: () => onOpen(id) };
      return section === 'current' || section === 'waiting'
        ? [<PersonRow key={id} {...props} isNext={id === nextId} isOwn={isOwn} />]
        : [<EntryLine key={id} {...props} />];
    });

  return (
    <div className="flex flex-1 flex-col" {...watch}>
      {props.forwarded}
      {layout.current.length > 0 && (
        <Part
          section="current"
          label={t('sections.current')}
          heading={<QueueHeading title={t('sections.current')} />}
        >
          {rows('current')}
        </Part>
      )}
      <Part
        section="waiting"
        label={t('title')}
        heading={
          <>
            <QueueHeading
              title={t('title')}
              note={t('present', { count: present })}
              end={!narrow && <WhoseChoice ownOnly={ownOnly} onChange={setOwnOnly} />}
            />
            {layout.waiting.length > 0 && <SayToAll />}
          </>
        }
        empty={<NobodyWaits hasMore={layout.later.length > 0} narrow={narrow} />}
      >
        {rows('waiting')}
      </Part>
      {messages}
      {(['speaking', 'later', 'over'] as const).map(
        (section) =>
          layout[section].length > 0 &&
          !(narrow && section === 'over') && (
            <Part
              key={section}
              section={section}
              label={t(`sections.${section}`)}
              heading={
                <QueueGroup
                  title={t(`sections.${section}`)}
                  note={!narrow && <GroupNote section={section} entries={layout[section]} />}
                />
              }
            >
              {rows(section)}
            </Part>
          ),
      )}
      {!narrow && <Unclosed {...props} ownOnly={ownOnly} />}
      <div className="flex-1 border-t border-line" />
    </div>
  );
}

/** Calls and visits of earlier days of which nobody said what became of them: they would stay open for ever. */
function Unclosed({ view, now, selectedId, onOpenFound, ownOnly }: QueueColumnProps & { ownOnly: boolean }) {
  const t = useTranslations('seat.queue');
  const { seatId } = useSeatPlace();
  const entries = view.unclosed.filter((entry) => !ownOnly || entry.seatId === seatId);
  if (entries.length === 0) return null;
  const title = t('unclosed');
  return (
    <div>
      <QueueGroup title={title} note={t('unclosedCount', { count: entries.length })} />
      <QueueList label={title}>
        {entries.map((entry) => (
          <UnclosedLine
            key={entry.appointmentId}
            entry={entry}
            now={now}
            narrow={false}
            selected={selectedId === entry.appointmentId}
            onOpen={() => onOpenFound(entry)}
          />
        ))}
      </QueueList>
    </div>
  );
}

function GroupNote({
  section,
  entries,
}: {
  section: 'speaking' | 'later' | 'over';
  entries: readonly AppointmentId[];
}) {
  const t = useTranslations('seat.queue');
  return section === 'speaking' ? null : t(`${section}Count`, { count: entries.length });
}

type PartProps = {
  section: QueueSection;
  label: string;
  heading: ReactNode;
  /** Shown where there are no rows. */
  empty?: ReactNode;
  children: readonly ReactNode[];
};

function Part({ section, label, heading, empty, children }: PartProps) {
  return (
    <div data-section={section}>
      {heading}
      {children.length === 0 ? empty : <QueueList label={label}>{children}</QueueList>}
    </div>
  );
}

function WhoseChoice({ ownOnly, onChange }: { ownOnly: boolean; onChange: (ownOnly: boolean) => void }) {
  const t = useTranslations('seat.queue');
  return (
    <Segments
      label={t('whose')}
      segments={[
        { key: 'own', text: t('own'), current: ownOnly, onClick: () => onChange(true) },
        { key: 'team', text: t('team'), current: !ownOnly, onClick: () => onChange(false) },
      ]}
    />
  );
}

function NobodyWaits({ hasMore, narrow }: { hasMore: boolean; narrow: boolean }) {
  const t = useTranslations('seat.queue');
  if (narrow) return <p className="px-4 pb-3 text-small text-ink-2">{t('empty')}</p>;
  return (
    <div className="px-4 pb-3">
      <EmptyState title={t('empty')}>{hasMore ? t('emptyNext') : t('emptyDay')}</EmptyState>
    </div>
  );
}
