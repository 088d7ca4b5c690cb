'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconCalendarX } from '#shared/ui/icons/calendar-x.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import type { TypedAbsence } from '../absence-form.ts';
import { AbsenceDone, type AbsenceOutcome } from './absence-done.tsx';
import { PlanLines, type PlannedLine } from './plan-lines.tsx';

/** Somebody who waits right now. `startAt` in epoch milliseconds. */
type WaitingLine = { readonly id: string; readonly citizenName: string; readonly startAt: number };

export type AbsencePlanProps = {
  readonly typed: TypedAbsence;
  readonly seatName: string;
  readonly startAt: number;
  readonly endAt: number;
  /** Who is in the waiting room for this seat now. */
  readonly waiting: readonly WaitingLine[];
  readonly lines: readonly PlannedLine[];
  readonly action: (before: AbsenceOutcome | null, form: FormData) => Promise<AbsenceOutcome>;
};

/** What becomes of each appointment, to change before it is done; and afterwards what was done. */
export function AbsencePlan({ typed, seatName, startAt, endAt, waiting, lines, action }: AbsencePlanProps) {
  const t = useTranslations('absence');
  const style = useStyle();
  const [outcome, submit] = useActionState(action, null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (outcome?.kind === 'done') return <AbsenceDone outcome={outcome} seatName={seatName} />;
  const period = `${formatNearMoment(startAt, style)} – ${formatNearMoment(endAt, style)}`;
  return (
    <section aria-labelledby="plan" className="mt-8">
      <h2 id="plan" ref={heading} tabIndex={-1} className="ring-none text-h1">
        {t('plan.title', { seat: seatName, count: lines.length })}
      </h2>
      <p className="mt-1 text-ink-2">{capitalise(period, style.language)}</p>
      {waiting.length > 0 && <WaitingNotice waiting={waiting} />}
      <form action={submit} className="mt-4">
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {outcome?.kind === 'refused' && (
          <Notice kind="danger" role="alert">
            {t('plan.refused')}
          </Notice>
        )}
        {lines.length === 0 && waiting.length === 0 && (
          <EmptyState title={t('plan.none')}>{t('plan.noneText')}</EmptyState>
        )}
        {lines.length > 0 && <PlanLines lines={lines} />}
        <p className="mt-4 max-w-text text-ink-2">{t('plan.what')}</p>
        <p className="mt-3">
          <SubmitButton icon={iconCalendarX} busyText={t('plan.busy')}>
            {t('plan.confirm', { count: lines.length })}
          </SubmitButton>
        </p>
      </form>
    </section>
  );
}

function WaitingNotice({ waiting }: Pick<AbsencePlanProps, 'waiting'>) {
  const t = useTranslations('absence.plan');
  const style = useStyle();
  const names = waiting.map(
    ({ citizenName, startAt }) => `${citizenName}, ${formatNearMoment(startAt, style)}`,
  );
  return (
    <Notice kind="warn" title={t('waiting', { count: waiting.length })} className="mt-4">
      {`${names.join('; ')}. ${t('waitingText')}`}
    </Notice>
  );
}

function useStyle() {
  return { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
}
