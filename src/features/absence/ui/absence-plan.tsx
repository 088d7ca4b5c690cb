'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { capitalise, formatMoment, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { EmptyState } from '#shared/ui/empty-state.tsx';
import { iconCalendarX } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import type { TypedAbsence } from '../absence-form.ts';
import { AbsenceDone, type AbsenceOutcome } from './absence-done.tsx';

/** An appointment with what would happen to it, for the screen. Times are epoch milliseconds. */
export type PlannedLine = {
  readonly id: string;
  readonly startAt: number;
  readonly citizenName: string;
  readonly services: string;
  readonly channel: 'video' | 'phone' | 'chat' | 'counter';
  readonly isUnreachable: boolean;
  readonly canStay: boolean;
  readonly otherTimes: readonly number[];
  /** As the choice has it: `sameTime`, `cancel` or a moment. */
  readonly proposal: string;
};

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
        {lines.length > 0 && (
          <ul className="divide-y divide-line rounded-lg bg-surface">
            {lines.map((line) => (
              <PlanLine key={line.id} line={line} />
            ))}
          </ul>
        )}
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

function PlanLine({ line }: { line: PlannedLine }) {
  const t = useTranslations('absence.plan');
  const style = useStyle();
  const options = [
    ...(line.canStay ? [{ value: 'sameTime', text: t('sameTime') }] : []),
    ...line.otherTimes.map((time) => ({
      value: String(time),
      text: t('moveTo', { moment: formatNearMoment(time, style) }),
    })),
    { value: 'cancel', text: t('cancel') },
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="font-semibold wrap-anywhere">{line.citizenName}</p>
        <p className="text-ink-2">{capitalise(formatMoment(line.startAt, style), style.language)}</p>
        <p className="text-ink-2">
          {line.services}, {t(`channels.${line.channel}`)}
        </p>
        {line.isUnreachable && (
          <p className="mt-1">
            <Tag tone="warn">{t('unreachable')}</Tag>
          </p>
        )}
      </div>
      <SelectField
        name={`do-${line.id}`}
        label={t('what_of', { name: line.citizenName })}
        className="w-full sm:w-96"
        defaultValue={line.proposal}
        options={options}
      />
    </li>
  );
}

function useStyle() {
  return { language: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
}
