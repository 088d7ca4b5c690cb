'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { Columns } from '#shared/ui/columns.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { StepHeading } from '#shared/ui/step-heading.tsx';
import { type BookedService, type BookingState, typedFields } from '../booking-state.ts';
import { CheckStep } from './check-step.tsx';
import { DetailsStep } from './details-step.tsx';
import { OtherTimes, otherTimesId } from './other-times.tsx';

type BookingFormProps = {
  readonly action: (previous: BookingState, form: FormData) => Promise<BookingState>;
  readonly start: BookingState;
  readonly service: BookedService;
  readonly organisation: { readonly name: string; readonly phone: string };
  readonly aside: ReactNode;
};

const steps = { details: 2, check: 3 } as const;
const totalSteps = 3;

/** Details, then a look at everything, then the booking: one form in two steps, with script and without. */
export function BookingForm({ action, start, service, organisation, aside }: BookingFormProps) {
  const t = useTranslations('booking');
  const [state, submit] = useActionState(action, start);
  const { step, goBack } = useSteps(state);
  const heading = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // A new step is read from its heading; what is wrong takes the focus itself.
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  const stepWords = t('step', { current: steps[step], total: totalSteps });
  const title = t(`${step}.title`);
  const { summary, problems, notice } = useProblems(state);
  return (
    <Columns aside={aside}>
      <title>{`${problems.length > 0 || notice ? `${t('errorTitle')} ` : ''}${stepWords}: ${title}, ${organisation.name}`}</title>
      <div ref={heading} tabIndex={-1} className="ring-none">
        <StepHeading
          step={stepWords}
          title={title}
          current={steps[step]}
          total={totalSteps}
          lead={step === 'details' ? t('details.by', { service: service.name }) : undefined}
        />
      </div>
      <div className="mt-6 empty:hidden">
        <ErrorSummary title={summary} problems={problems} submission={state} />
        {notice && (
          <Notice kind="danger" role="alert">
            {notice}
          </Notice>
        )}
      </div>
      <form action={submit} noValidate className="mt-6 grid gap-6">
        <input type="hidden" name="service" value={service.slug} />
        <input type="hidden" name="wanted" value={state.wanted} />
        <input type="hidden" name="submissionKey" value={state.submissionKey} />
        {state.moment === null ? (
          <OtherTimes
            slots={state.slots}
            allHref={isBlank(state) ? `/services/${service.slug}#moments` : undefined}
            phone={organisation.phone}
          />
        ) : (
          <input type="hidden" name="moment" value={state.moment} />
        )}
        {step === 'details' ? (
          <DetailsStep state={state} service={service} />
        ) : (
          <CheckStep state={state} service={service} onEdit={goBack} />
        )}
      </form>
    </Columns>
  );
}

/** Nothing was typed yet, so that nothing can be lost. */
function isBlank({ typed }: BookingState): boolean {
  return typedFields.every((field) => typed[field] === '');
}

/** All that is wrong, in the order of the page; apart, what no field can mend. */
function useProblems(state: BookingState) {
  const { problem, problems } = state;
  const t = useTranslations('booking');
  const typed = typedFields.flatMap((field) => {
    const code = problems[field];
    return code === undefined ? [] : [{ fieldId: field, message: t(`problems.${code}`) }];
  });
  const summary = t('problems.title');
  if (problem === null) return { summary, problems: typed, notice: null };
  if (problem === 'tooMany' || problem === 'fromElsewhere')
    return { summary, problems: typed, notice: t(`trouble.${problem}`) };
  const choose = isBlank(state) ? t('otherTimes.choose') : t('otherTimes.chooseAndKeep');
  const another = { fieldId: otherTimesId, message: choose };
  return { summary: t(`trouble.${problem}`), problems: [another, ...typed], notice: null };
}

const checkHash = '#check';

/**
 * The step in sight. The browser's own way back leads from the last look to the details, and its way forward back again, with all
 * that was typed.
 */
function useSteps(state: BookingState) {
  const [seen, setSeen] = useState(state);
  const [step, setStep] = useState(state.step);
  if (seen !== state) {
    setSeen(state);
    setStep(state.step);
  }
  useEffect(() => {
    if (state.step === 'check' && window.location.hash !== checkHash)
      window.history.pushState(null, '', checkHash);
    const follow = () =>
      setStep(state.step === 'check' && window.location.hash === checkHash ? 'check' : 'details');
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [state]);
  return { step, goBack: () => window.history.back() };
}
