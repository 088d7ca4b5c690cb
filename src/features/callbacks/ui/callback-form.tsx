import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import { callbackFields } from '../callback-form.ts';
import { type CallbackState, callbackFormId } from '../callback-state.ts';
import type { CallbackPageProps } from './callback-page-props.ts';

type CallbackFormProps = Pick<CallbackPageProps, 'service' | 'organisation'> & {
  readonly state: CallbackState;
  readonly submit: (form: FormData) => void;
};

/** Number, moment, and what else helps. What was typed stays, whatever is wrong with it. */
export function CallbackForm({ state, submit, service, organisation }: CallbackFormProps) {
  const t = useTranslations('callback');
  const common = useTranslations('common');
  const { typed, problems, trouble } = state;
  const errorOf = (field: keyof typeof problems) => {
    const code = problems[field];
    return code === undefined ? undefined : t(`problems.${code}`);
  };
  return (
    <>
      <ErrorSummary
        title={common('errorSummary')}
        problems={callbackFields.flatMap((fieldId) => {
          const message = errorOf(fieldId);
          return message === undefined ? [] : [{ fieldId, message }];
        })}
        submission={state}
      />
      {trouble !== null && (
        <Notice kind="danger" role="alert">
          {t(`trouble.${trouble}`, { phone: organisation.phone })}
        </Notice>
      )}
      <h1 className={Object.keys(problems).length === 0 && trouble === null ? undefined : 'mt-6'}>
        {t('title')}
      </h1>
      <p className="mt-3 text-lead">{t('lead', { service: service.name })}</p>
      <form id={callbackFormId} action={submit} noValidate className="mt-6 grid gap-6">
        <input type="hidden" name="service" value={service.slug} />
        <input type="hidden" name="submissionKey" value={state.submissionKey} />
        <TextField
          key={`phone ${typed.phone}`}
          name="phone"
          type="tel"
          autoComplete="tel"
          label={t('phone')}
          hint={t('phoneHint')}
          error={errorOf('phone')}
          width="half"
          defaultValue={typed.phone}
        />
        <SelectField
          key={`when ${typed.when}`}
          name="when"
          label={t('when')}
          hint={t('soonHint', { when: state.soonest })}
          options={state.options}
          error={errorOf('when')}
          defaultValue={typed.when}
        />
        <TextField
          key={`name ${typed.name}`}
          name="name"
          autoComplete="name"
          label={t('name')}
          optional={common('optional')}
          error={errorOf('name')}
          defaultValue={typed.name}
        />
        <TextArea
          key={`question ${typed.question}`}
          name="question"
          rows={4}
          label={t('question')}
          hint={t('questionHint')}
          optional={service.asksQuestion ? undefined : common('optional')}
          error={errorOf('question')}
          defaultValue={typed.question}
        />
        <SubmitButton
          name="intent"
          value="ask"
          busyText={common('busy')}
          className="w-full sm:w-auto sm:justify-self-start"
        >
          {t('ask')}
        </SubmitButton>
      </form>
    </>
  );
}
