'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { type FormOfAddress, localize } from '#journey/language.ts';
import type { TeamToday, TodayView } from '#journey/today-view.ts';
import { formatClock } from '#shared/i18n/format-moment.ts';
import { useEventStream } from '#shared/live/use-event-stream.ts';
import { ReconnectBar } from '#shared/ui/connection-bars.tsx';
import { DataTable } from '#shared/ui/data-table.tsx';
import { iconClockExclamationPoint } from '#shared/ui/icons/clock-exclamation-point.ts';
import { iconTriangleExclamationPoint } from '#shared/ui/icons/triangle-exclamation-point.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { PresenceMark } from '#shared/ui/presence-mark.tsx';
import { Stat, StatRow } from '#shared/ui/stat.tsx';

export type TodayBoardProps = { readonly initial: TodayView; readonly formOfAddress: FormOfAddress };

/** How the day runs in every team, live. */
export function TodayBoard({ initial, formOfAddress }: TodayBoardProps) {
  const t = useTranslations('today');
  const language = useLocale();
  const { view, connection } = useEventStream<TodayView>('/events/today', initial);
  if (connection === 'ended') return <Notice kind="warn" role="alert" title={t('ended')} />;
  return (
    <>
      <ReconnectBar
        connected={connection !== 'lost'}
        lost={{ title: t('lost.title'), text: t('lost.text') }}
        back={{ title: t('back.title'), text: t('back.text') }}
      />
      {view.teams.map((team) => (
        <Team key={team.id} team={team} name={localize(team.name, language, formOfAddress)} />
      ))}
    </>
  );
}

function Team({ team, name }: { team: TeamToday; name: string }) {
  const id = `team-${team.id}`;
  return (
    <section aria-labelledby={id} className="mt-6 first:mt-2">
      <h2 id={id} className="wrap-anywhere">
        {name}
      </h2>
      <TeamFigures team={team} />
      <div className="mt-3 grid grid-cols-1 gap-4 lg:grid-cols-2">
        <WaitingTable team={team} name={name} />
        <SeatList team={team} name={name} />
      </div>
    </section>
  );
}

function TeamFigures({ team }: { team: TeamToday }) {
  const t = useTranslations('today');
  const { waiting, longestWaitMinutes, delayMinutes } = team;
  const late = { icon: iconClockExclamationPoint, tone: 'warn' } as const;
  const wrong = { icon: iconTriangleExclamationPoint, tone: 'warn' } as const;
  return (
    <StatRow inFours className="mt-2">
      <Stat
        label={t('waiting')}
        figure={waiting.length}
        note={team.walkIns > 0 && t('walkIns', { count: team.walkIns })}
      />
      <Stat label={t('longest')} figure={longestWaitMinutes} unit={t('minutes')} />
      <Stat
        label={t('delay')}
        figure={delayMinutes}
        unit={t('minutes')}
        change={{ text: t(delayMinutes === 0 ? 'onTime' : 'late'), ...(delayMinutes > 0 && late) }}
      />
      <Stat label={t('callbacksDue')} figure={team.callbacksDue} />
      <Stat label={t('toCall')} figure={team.toCall} />
      <Stat
        label={t('failingMessages')}
        figure={team.failingMessages}
        change={team.failingMessages === 0 ? undefined : { text: t('notArrived'), ...wrong }}
        note={team.failingMessages > 0 && <a href="/insights/messages">{t('which')}</a>}
      />
      <Stat
        label={t('failedTests')}
        figure={team.failedTests}
        change={team.failedTests === 0 ? undefined : { text: t('testFailed'), ...wrong }}
      />
      <Stat
        label={t('overdueQuestions')}
        figure={team.overdueQuestions}
        change={team.overdueQuestions === 0 ? undefined : { text: t('questionsOverdue'), ...wrong }}
      />
    </StatRow>
  );
}

/** By the organisation's clock. */
function useClock(): (at: number) => string {
  const style = { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  return (at) => formatClock(at, style);
}

function WaitingTable({ team, name }: { team: TeamToday; name: string }) {
  const t = useTranslations('today');
  const clock = useClock();
  return (
    <div className="rounded-lg bg-surface p-4">
      <h3 className="text-h2">{t('whoWaits')}</h3>
      {team.waiting.length === 0 ? (
        <p className="mt-1 text-ink-2">{t('nobody')}</p>
      ) : (
        <DataTable
          caption={t('whoWaitsAt', { team: name })}
          columns={[
            { key: 'since', title: t('since') },
            { key: 'start', title: t('appointment') },
            { key: 'expected', title: t('expected') },
          ]}
          rows={team.waiting.map(({ since, startAt, expectedAt }, index) => ({
            key: `${since} ${startAt} ${index}`,
            cells: [clock(since), clock(startAt), expectedAt === null ? t('unknown') : clock(expectedAt)],
          }))}
        />
      )}
      <p className="mt-3">
        {team.next.length === 0 ? t('nobodyNext') : t('next', { times: team.next.map(clock).join(', ') })}
      </p>
    </div>
  );
}

function SeatList({ team, name }: { team: TeamToday; name: string }) {
  const t = useTranslations('today');
  const clock = useClock();
  return (
    <div className="rounded-lg bg-surface p-4">
      <h3 className="text-h2">{t('seats')}</h3>
      {team.seats.length === 0 && <p className="mt-1 text-ink-2">{t('noSeats')}</p>}
      <ul aria-label={t('seatsAt', { team: name })} className="mt-1">
        {team.seats.map((seat) => (
          <li key={seat.id} className="flex flex-wrap gap-x-4 border-b border-line py-1.5 last:border-0">
            <b className="min-w-28 wrap-anywhere">{seat.name}</b>
            <PresenceMark presence={seat.state === 'open' || seat.state === 'speaking' ? 'here' : 'away'}>
              {'since' in seat
                ? t('stateSince', { state: t(`states.${seat.state}`), time: clock(seat.since) })
                : t(`states.${seat.state}`)}
            </PresenceMark>
          </li>
        ))}
      </ul>
    </div>
  );
}
