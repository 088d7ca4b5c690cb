'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { SeatView } from '#journey/live-views.ts';
import { OwnShortcutsProvider } from '#shared/keyboard/own-shortcuts.tsx';
import { DroppedFile } from '#shared/ui/dropped-file.tsx';
import { SeatColumns, type SeatRegion } from '#shared/ui/seat-columns.tsx';
import { type RailItem, SeatShell } from '#shared/ui/seat-shell.tsx';
import { isLater } from '../order-calls.ts';
import type { SeatPreferences } from '../preferences.ts';
import { AlertsDialog } from './alerts-dialog.tsx';
import { AvailabilityDialogs } from './availability-dialogs.tsx';
import { CallSide } from './call-column.tsx';
import { CallList } from './call-list.tsx';
import { CallerDialog } from './caller-dialog.tsx';
import { CallerSearch } from './caller-search.tsx';
import { ConnectionBar, SeatEnded } from './connection-bar.tsx';
import { DayColumn } from './day-column.tsx';
import { DossierAside } from './dossier-column.tsx';
import { PauseReminder } from './pause-reminder.tsx';
import { PhoneButtons } from './phone-buttons.tsx';
import { QueueColumn } from './queue-column.tsx';
import { SeatBarEnd, SeatBarStart } from './seat-bar.tsx';
import { SeatMain } from './seat-main.tsx';
import { useLocalized, useSeatPlace } from './seat-place.tsx';
import type { SeatSlots } from './seat-slots.ts';
import { useRegionStep, useShortcuts } from './shortcuts.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useAlerts } from './use-alerts.ts';
import { useAvailability } from './use-availability.ts';
import { type Preferences, usePreferences } from './use-preferences.ts';
import { type SeatScreen, useSeatScreen } from './use-seat-screen.ts';
import { useSeatTitle } from './use-seat-title.ts';
import { useServerMinute } from './use-server-minute.ts';

export type SeatProps = SeatSlots & {
  readonly initial: SeatView;
  readonly preferences: SeatPreferences;
  readonly rail: {
    readonly label: string;
    readonly items: readonly RailItem[];
    readonly lastItems?: readonly RailItem[];
    readonly end: ReactNode;
  };
  /** Choices in the bar that every page of staff has. */
  readonly choices: ReactNode;
  readonly changeSeatHref: string;
};

/** The clerk's one screen. */
export function Seat({ preferences: kept, ...props }: SeatProps) {
  const preferences = usePreferences(kept);
  return (
    <OwnShortcutsProvider own={preferences.shortcuts}>
      <SeatInside {...props} preferences={preferences} />
    </OwnShortcutsProvider>
  );
}

function SeatInside(props: Omit<SeatProps, 'preferences'> & { preferences: Preferences }) {
  const { initial, rail, choices, changeSeatHref, preferences, ...slots } = props;
  const t = useTranslations('seat');
  const { organisationName } = useSeatPlace();
  const screen = useSeatScreen(initial);
  const { view, selected } = screen;
  const now = useServerMinute(view.serverNow);
  const [layer, setLayer] = useState<'help' | 'alerts' | 'search' | 'caller' | 'calls' | null>(null);
  const availability = useAvailability(view);
  const arrivals = useAlerts(view, now, preferences.alerts);
  useSeatTitle(view, now, screen.connection === 'ended');
  const close = () => setLayer(null);
  const help = () => setLayer('help');
  useShortcuts({
    admit: () => {
      if (view.current === null && selected !== null) screen.admit(selected);
    },
    finish: screen.finish,
    book: () => openBooking(view.current !== null),
    search: () => setLayer('search'),
    availability: availability.toggle,
    help,
  });
  const furniture = {
    skipText: t('skip'),
    organisationName,
    homeHref: '/seat',
    railLabel: rail.label,
    // Leaving the seat would leave the call.
    items: rail.items.map((item) => ({ ...item, beside: view.current !== null && !item.current })),
    lastItems: rail.lastItems,
    railEnd: rail.end,
  };
  if (screen.connection === 'ended') {
    return (
      <SeatShell {...furniture}>
        <SeatEnded />
      </SeatShell>
    );
  }
  return (
    <SeatShell
      {...furniture}
      top={
        <>
          <ConnectionBar connection={screen.connection} />
          <PauseReminder view={view} now={now} choice={availability} />
        </>
      }
      barStart={
        <>
          <SeatBarStart view={view} now={now} availability={availability} changeHref={changeSeatHref} />
          <PhoneButtons
            calls={view.calls.length}
            due={view.calls.filter((call) => !isLater(call)).length}
            onSearch={() => setLayer('search')}
            onCaller={view.current === null ? () => setLayer('caller') : null}
            onCalls={() => setLayer('calls')}
          />
        </>
      }
      barEnd={
        <>
          <p role="status" className="sr-only">
            {arrivals}
          </p>
          <SeatBarEnd now={now} choices={choices} onAlerts={() => setLayer('alerts')} onHelp={help} />
        </>
      }
    >
      <Columns screen={screen} now={now} {...slots} />
      <DroppedFile title={t('dropped.title')} text={t('dropped.text')} closeText={t('dropped.close')} />
      {layer === 'help' && <ShortcutsDialog preferences={preferences} onClose={close} />}
      {layer === 'alerts' && <AlertsDialog preferences={preferences} onClose={close} />}
      <AvailabilityDialogs choice={availability} isSpeaking={view.current !== null} />
      {layer === 'search' && (
        <CallerSearch
          onClose={close}
          onChoose={(entry) => {
            close();
            screen.openFound(entry);
          }}
        />
      )}
      {layer === 'caller' && <CallerDialog onClose={close} />}
      {layer === 'calls' && (
        <CallList calls={view.calls} onClose={close} onOpenDossier={(id) => screen.openAny(id, close)} />
      )}
    </SeatShell>
  );
}

/** Beside a running conversation in a window of its own: leaving the seat would leave the call. */
function openBooking(isSpeaking: boolean): void {
  if (isSpeaking) open('/seat/book', '_blank', 'noopener');
  else location.assign('/seat/book');
}

function Columns({ screen, now, ...slots }: SeatSlots & { screen: SeatScreen; now: number }) {
  const t = useTranslations('seat');
  const stepOf = useRegionStep();
  const { clerkId } = useSeatPlace();
  const { view, beside, thread } = screen;
  const isSpeaking = view.current !== null;
  const say = useLocalized();
  const chosen = thread === null ? (beside ?? screen.inFront) : null;
  const queue = (
    <QueueColumn
      view={view}
      now={now}
      selectedId={chosen?.appointmentId ?? null}
      onOpen={screen.open}
      onOpenFound={screen.openFound}
      forwarded={slots.renderForwarded({ forwarded: view.forwarded, questions: view.questions, say })}
      messages={slots.renderThreads({
        threads: view.threads,
        clerkId,
        selectedId: thread?.conversationId ?? null,
        narrow: isSpeaking,
        onOpen: screen.openThread,
      })}
    />
  );
  const correspondence =
    thread &&
    slots.renderThread({ thread, clerkId, onOpenDossier: screen.openAny, onClose: screen.closeThread });
  const dossier = beside && (
    <DossierAside
      entry={beside}
      now={now}
      isNext={beside.appointmentId === screen.nextId}
      dossier={screen.besideDossier}
      headingRef={screen.besideHeading.ref}
      admission={null}
      onClose={screen.closeBeside}
    />
  );
  const side: SeatRegion =
    view.current === null
      ? { label: t('day.label'), tab: t('day.tab'), children: <DayColumn view={view} now={now} /> }
      : {
          label: t('dossier.label'),
          tab: t('dossier.tab'),
          children: (
            <>
              <div className="flex-1">
                {correspondence ?? dossier ?? (
                  <CallSide
                    current={view.current}
                    entry={screen.currentEntry}
                    dossier={screen.dossier}
                    renderRole={slots.renderRole}
                    renderCompanions={slots.renderCompanions}
                    renderRequests={slots.renderRequests}
                  />
                )}
              </div>
              {view.current.isOwn && !view.current.inWriting && (
                <div className="sticky bottom-0 border-t border-line bg-surface p-4">
                  {slots.renderChat(view.current.conversationId)}
                </div>
              )}
            </>
          ),
        };
  const middle = isSpeaking ? 'call' : 'dossier';
  return (
    <SeatColumns
      layout={isSpeaking ? 'call' : 'waiting'}
      heading={isSpeaking ? t('headingCall') : t('heading')}
      tabsLabel={t('tabs')}
      active={screen.region}
      onActiveChange={screen.setRegion}
      stepOf={stepOf}
      queue={{ label: t('queue.label'), tab: t('queue.title'), children: queue }}
      main={{
        label: t(`${middle}.label`),
        tab: t(`${middle}.tab`),
        children: (!isSpeaking && correspondence) || <SeatMain screen={screen} now={now} {...slots} />,
      }}
      side={side}
    />
  );
}
