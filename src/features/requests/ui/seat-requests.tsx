'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { reachesLevel } from '#journey/assurance-level.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { isOpen } from '#journey/requests.ts';
import type { MomentStyle } from '#shared/i18n/format-moment.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { Menu } from '#shared/ui/menu.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import type { AskableStatement, SeatRequests as Known, SeatIdentity, SeatRequest } from '../request-views.ts';
import { LinkBySms } from './link-by-sms.tsx';
import type { Say } from './request-explained.tsx';
import { SeatIdentityBar } from './seat-identity-bar.tsx';
import { sendRequest, sendWithdrawal } from './seat-request-calls.ts';
import { SeatRequestRow } from './seat-request-row.tsx';
import { SpokenCode } from './spoken-code.tsx';
import { useSeatRequests } from './use-seat-requests.ts';

export type SeatRequestsProps = {
  readonly appointmentId: AppointmentId;
  /** Grows with everything that happens to the appointment. */
  readonly version: number;
  /** Nothing is asked any more once it is over. */
  readonly mayAsk: boolean;
  readonly say: Say;
  readonly style: MomentStyle;
  /** They speak by telephone: the citizen comes to a request by six digits. */
  readonly byPhone: boolean;
  /** What came of a request, of its kind; nothing for a kind that shows nothing. */
  readonly renderResult: (request: SeatRequest) => ReactNode;
  /** What is known beside of who somebody turned out to be, and what the clerk may do with it. */
  readonly renderIdentity: (identity: SeatIdentity) => ReactNode;
};

/** What the clerk asks of the people of an appointment: who they turned out to be, what is under way, and what can be asked. */
export function SeatRequests({
  appointmentId,
  version,
  mayAsk,
  byPhone,
  say,
  style,
  renderResult,
  renderIdentity,
}: SeatRequestsProps) {
  const t = useTranslations('seatRequests');
  const { known, problem, busy, run } = useSeatRequests(appointmentId, version);
  if (known === null)
    return problem === null ? <Skeleton label={t('loading')} /> : <Problem problem={problem} />;
  // Nothing stated, nothing to ask.
  if (known.statements.length === 0 && known.requests.length === 0) return null;
  return (
    <section className="border-t border-line py-4 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-h2">{t('title')}</h3>
        {mayAsk && (
          <NewRequest
            known={known}
            say={say}
            onAsk={({ id }) =>
              run(() => sendRequest(appointmentId, { statementId: id, companionVisitId: null }))
            }
          />
        )}
      </div>
      <SeatIdentityBar level={known.level} identity={known.identity} notThem={known.notThem} style={style}>
        {known.identity && renderIdentity(known.identity)}
      </SeatIdentityBar>
      <ul aria-busy={busy}>
        {known.requests.map((request) => (
          <SeatRequestRow
            key={request.id}
            request={request}
            say={say}
            style={style}
            onWithdraw={() => run(() => sendWithdrawal(appointmentId, request.id))}
            onAskAgain={
              mayAsk && canBeAskedAgain(request, known)
                ? () =>
                    run(() =>
                      sendRequest(appointmentId, {
                        statementId: request.statementId,
                        companionVisitId: request.companion?.visitId ?? null,
                      }),
                    )
                : null
            }
          >
            {isOpen(request.state) && request.companion === null && (
              <>
                {(byPhone || request.sent?.isByCode) && (
                  <SpokenCode appointmentId={appointmentId} requestId={request.id} style={style} />
                )}
                <LinkBySms appointmentId={appointmentId} request={request} mobile={known.mobile} />
              </>
            )}
            {renderResult(request)}
          </SeatRequestRow>
        ))}
      </ul>
      {known.requests.length === 0 && <p className="mt-1.5 text-ink-2">{t('none')}</p>}
      <div role="alert">{problem && <Problem problem={problem} />}</div>
    </section>
  );
}

function Problem({ problem }: { problem: NonNullable<ReturnType<typeof useSeatRequests>['problem']> }) {
  const t = useTranslations('seatRequests');
  return (
    <Notice kind="warn" className="mt-2">
      {t(`problems.${problem}`)}
    </Notice>
  );
}

/** What is stated and not asked already; what needs a level that is not reached says so. */
function NewRequest({
  known,
  say,
  onAsk,
}: {
  known: Known;
  say: Say;
  onAsk: (statement: AskableStatement) => void;
}) {
  const t = useTranslations('seatRequests');
  const open = new Set(known.requests.flatMap((each) => (isOpen(each.state) ? [each.statementId] : [])));
  const askable = known.statements.filter(({ id }) => !open.has(id));
  if (askable.length === 0) return null;
  return (
    <Menu
      label={t('new')}
      icon={iconPlus}
      entries={askable.map((statement) => ({
        id: statement.id,
        text: say(statement.title),
        ...(!reachesLevel(known.level, statement.minimumLevel) && {
          detail: t('needsLevel', { level: t(`levels.${statement.minimumLevel}`) }),
        }),
      }))}
      onChoose={(id) => {
        const chosen = askable.find((statement) => statement.id === id);
        if (chosen) onAsk(chosen);
      }}
    />
  );
}

/** The newest of its kind decides: an older one has its successor above it. */
function canBeAskedAgain(request: SeatRequest, { requests, statements }: Known): boolean {
  if (isOpen(request.state) || request.state === 'fulfilled') return false;
  const isStated = statements.some(({ id }) => id === request.statementId);
  return isStated && requests.find((each) => each.statementId === request.statementId) === request;
}
