'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import type { AbsenceProblem, TypedAbsence } from '../absence-form.ts';

export type AbsenceQuestionProps = {
  readonly typed: TypedAbsence;
  readonly problem: { readonly problem: AbsenceProblem; readonly field: keyof TypedAbsence } | null;
  readonly seats: readonly { readonly id: string; readonly name: string }[];
  /** A clerk says it of the own seat, for the rest of today. */
  readonly onlyToday: boolean;
};

const reasons = ['illness', 'leave', 'training', 'other'] as const;

/** Where and when nobody will be. A plain form of the address: looking changes nothing. */
export function AbsenceQuestion({ typed, problem, seats, onlyToday }: AbsenceQuestionProps) {
  const t = useTranslations('absence');
  const errorOf = (field: keyof TypedAbsence) =>
    problem?.field === field ? t(`problems.${problem.problem}`) : undefined;
  const problems = problem ? [{ fieldId: problem.field, message: t(`problems.${problem.problem}`) }] : [];
  return (
    <form method="get" action="/seat/absence" className="mt-4 grid max-w-text gap-4">
      <ErrorSummary title={t('problems.title')} problems={problems} submission={problem} />
      <SelectField
        name="seat"
        label={t('seat')}
        error={errorOf('seat')}
        defaultValue={typed.seat}
        options={seats.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {onlyToday ? (
          <input type="hidden" name="from" value={typed.from} />
        ) : (
          <TextField
            name="from"
            type="date"
            label={t('from')}
            error={errorOf('from')}
            defaultValue={typed.from}
          />
        )}
        <TextField
          name="fromTime"
          type="time"
          label={t('fromTime')}
          optional={t('optional')}
          error={errorOf('fromTime')}
          defaultValue={typed.fromTime}
        />
        {!onlyToday && (
          <TextField
            name="until"
            type="date"
            label={t('until')}
            optional={t('sameDay')}
            error={errorOf('until')}
            defaultValue={typed.until}
          />
        )}
        <TextField
          name="untilTime"
          type="time"
          label={t('untilTime')}
          optional={t('optional')}
          error={errorOf('untilTime')}
          defaultValue={typed.untilTime}
        />
      </div>
      <SelectField
        name="reason"
        label={t('reason')}
        defaultValue={typed.reason}
        options={reasons.map((value) => ({ value, text: t(`reasons.${value}`) }))}
      />
      <p>
        <Button type="submit" look="secondary">
          {t('look')}
        </Button>
      </p>
    </form>
  );
}
