'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { Columns } from '#shared/ui/columns.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { StepHeading } from '#shared/ui/step-heading.tsx';
import { type BookedThing, type BookingState, bookingFormId } from '../booking-state.ts';
import { CheckStep } from './check-step.tsx';
import { DetailsStep } from './details-step.tsx';

import type { SpokenLanguage } from './needs.tsx';
import { OtherTimes } from './other-times.tsx';
import { useLookProblems } from './second-look.tsx';
import { isBlank, useProblems } from './use-problems.ts';
import { useSteps } from './use-steps.ts';

type BookingFormProps = {
  readonly action: (previous: BookingState, form: FormData) => Promise<BookingState>;
  readonly start: BookingState;
  readonly booked: BookedThing;
  /** For an interpreter, in the reader's words. */
  readonly spoken: readonly SpokenLanguage[];
  readonly organisation: { readonly name: string; readonly phone: string };
  readonly aside: ReactNode;
};

const steps = { details: 2, check: 3 } as const;
const totalSteps = 3;

/** Details, then a look at everything, then the booking: one form in two steps, with script and without. */
export function BookingForm({ action, start, booked, spoken, organisation, aside }: BookingFormProps) {
  const t = useTranslations('booking');
  const [state, submit] = useActionState(action, start);
  const { step, goBack } = useSteps(state);
  const heading = useHeadingFocus(step);
  const stepWords = t('step', { current: steps[step], total: totalSteps });
  const title = t(`${step}.title`);
  const { summary, problems, notice } = useProblems(state, booked);
  const toLookAt = useLookProblems(state);
  const { channel } = state.wish;
  return (
    <Columns aside={aside}>
      <title>{`${problems.length > 0 || notice ? `${t('errorTitle')} ` : ''}${stepWords}: ${title}, ${organisation.name}`}</title>
      <div ref={heading} tabIndex={-1} className="ring-none">
        <StepHeading
          step={stepWords}
          title={title}
          current={steps[step]}
          total={totalSteps}
          lead={
            step === 'details'
              ? t('details.by', {
                  services: booked.services.map(({ name }) => name).join(', '),
                  channel: t(`channel.${channel}`),
                })
              : undefined
          }
        />
      </div>
      <div className="mt-6 empty:hidden">
        <ErrorSummary title={summary} problems={problems} submission={state} />
        {step === 'details' && (
          <ErrorSummary title={t('look.title')} problems={toLookAt} submission={state} />
        )}
        {notice && (
          <Notice kind="danger" role="alert">
            {notice}
          </Notice>
        )}
      </div>
      <form id={bookingFormId} action={submit} noValidate className="mt-6 grid gap-7">
        <WhatIsBooked state={state} step={step} />
        {state.moment === null && (
          <OtherTimes
            slots={state.slots}
            allHref={isBlank(state) ? booked.momentsHref : undefined}
            phone={organisation.phone}
          />
        )}
        {step === 'details' ? (
          <DetailsStep state={state} booked={booked} spoken={spoken} />
        ) : (
          <CheckStep state={state} booked={booked} spoken={spoken} onEdit={goBack} />
        )}
      </form>
    </Columns>
  );
}

/** What travels with the form whatever is typed. */
function WhatIsBooked({ state, step }: { state: BookingState; step: BookingState['step'] }) {
  const fields = {
    step,
    services: state.wish.services.join(','),
    channel: state.wish.channel,
    locationId: state.wish.locationId ?? '',
    wanted: state.wanted,
    submissionKey: state.submissionKey,
    ...(state.moment !== null && { moment: state.moment }),
    ...(state.hold !== null && { held: '1' }),
    ...(state.seen.email !== '' && { seenEmail: state.seen.email }),
    ...(state.seen.remark && { seenRemark: '1' }),
  };
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

/** A new step, or the same one in another language, is read from its heading; what is wrong takes the focus itself. */
function useHeadingFocus(step: BookingState['step']) {
  const heading = useRef<HTMLDivElement>(null);
  const shown = `${useLocale()} ${step}`;
  const last = useRef(shown);
  useEffect(() => {
    if (last.current !== shown) heading.current?.focus();
    last.current = shown;
  }, [shown]);
  return heading;
}
