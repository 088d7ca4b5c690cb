import { getTranslations } from 'next-intl/server';
import type { CheckedStep } from '#journey/forms/check-form.ts';
import type { RequestId } from '#journey/ids.ts';
import type { StoredFilling } from '#panels/forms/fillings.data.ts';
import type { SharedForm } from '#panels/forms/shared-form.ts';
import { visitFormAddress } from '#panels/forms/ui/form-address.ts';
import { FormAnswers } from '#panels/forms/ui/form-answers.tsx';
import { LiveSummary } from '#panels/forms/ui/live-summary.tsx';
import { problemWords } from '#panels/forms/ui/say-problem.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconSend } from '#shared/ui/icons/send.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { StepHeading } from '#shared/ui/step-heading.tsx';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { currentReader } from '../../../../../../current-reader.ts';
import { CitizenPage } from '../../../../../citizen-page.tsx';
import { sendWhole } from './send-step.ts';

type SummaryPageProps = {
  reference: string;
  requestId: RequestId;
  filling: StoredFilling;
  shared: SharedForm;
  checked: readonly CheckedStep[];
  /** Another device saved something while the summary was shown. */
  isChanged: boolean;
};

/** Everything that was filled in, to look at once more before it is sent. */
export async function SummaryPage(props: SummaryPageProps) {
  const { reference, requestId, filling, shared, checked, isChanged } = props;
  const [t, reader] = await Promise.all([getTranslations('forms'), currentReader()]);
  const path = `/a/${encodeURIComponent(reference)}/requests/${requestId}/form`;
  const unfinished = checked.filter(({ problems }) => problems.length > 0);
  const total = checked.length + 1;
  return (
    <CitizenPage path={`${path}?step=summary`}>
      <Columns>
        <div className="grid gap-7">
          <StepHeading
            step={`${reader.say(filling.form.title)}. ${t('step', { number: total, total })}`}
            title={t('summary.title')}
            current={total}
            total={total}
            lead={t('summary.lead')}
          />
          {isChanged && (
            <Notice kind="warn" role="alert" title={t('outcomes.changed.title')}>
              {t('outcomes.changed.text')}
            </Notice>
          )}
          <ClientMessages namespaces={['formTogether']}>
            <LiveSummary address={visitFormAddress(reference, requestId)} shared={shared} />
          </ClientMessages>
          {unfinished.length > 0 && <Unfinished path={path} steps={unfinished} />}
          <FormAnswers
            steps={checked}
            reader={reader}
            content={filling.content}
            changeHref={(step) => `${path}?step=${step}`}
          />
          {unfinished.length === 0 && (
            <form action={sendWhole.bind(null, reference, requestId)} className="grid gap-3">
              <input type="hidden" name="seen" value={filling.revision} />
              <p>{t('summary.after')}</p>
              <div>
                <SubmitButton busyText={t('busy')} icon={iconSend}>
                  {t('summary.send')}
                </SubmitButton>
              </div>
            </form>
          )}
          <p>
            <a href={`/a/${encodeURIComponent(reference)}`}>{t('back')}</a>
          </p>
        </div>
      </Columns>
    </CitizenPage>
  );
}

async function Unfinished({ path, steps }: { path: string; steps: readonly CheckedStep[] }) {
  const [t, reader] = await Promise.all([getTranslations('forms'), currentReader()]);
  const lines = await Promise.all(
    steps.map(async ({ step, problems }) => {
      const say = await problemWords(step, reader);
      return problems.map((problem) => ({
        step: step.key,
        id: `${problem.row}.${problem.name}`,
        words: say(problem),
      }));
    }),
  );
  return (
    <Notice kind="warn" title={t('summary.unfinished')}>
      <ul>
        {lines.flat().map(({ step, id, words }) => (
          <li key={`${step} ${id}`}>
            <a href={`${path}?step=${step}#${id}`}>{words}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
