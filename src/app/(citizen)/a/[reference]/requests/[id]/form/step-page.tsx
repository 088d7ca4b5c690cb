import { getTranslations } from 'next-intl/server';
import type { CheckedStep } from '#journey/forms/check-form.ts';
import { rowsOf } from '#journey/forms/form-answers.ts';
import type { FormStep } from '#journey/forms/form-definition.ts';
import type { RequestId } from '#journey/ids.ts';
import type { StoredFilling } from '#panels/forms/fillings.data.ts';
import { todayOf } from '#panels/forms/own-form.ts';
import type { SharedForm } from '#panels/forms/shared-form.ts';
import { visitFormAddress } from '#panels/forms/ui/form-address.ts';
import { StepForm } from '#panels/forms/ui/step-form.tsx';
import { freshStep, viewStep } from '#panels/forms/ui/step-view.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { StepHeading } from '#shared/ui/step-heading.tsx';
import { currentReader } from '../../../../../../current-reader.ts';
import { formTools } from '../../../../../../form-tools.ts';
import { CitizenPage } from '../../../../../citizen-page.tsx';
import { sendStep } from './send-step.ts';

type StepPageProps = {
  reference: string;
  requestId: RequestId;
  filling: StoredFilling;
  shared: SharedForm;
  checked: readonly CheckedStep[];
  current: FormStep;
};

const formId = 'form-step';

/** One step of a form, to be filled in. */
export async function StepPage({ reference, requestId, filling, shared, checked, current }: StepPageProps) {
  const [t, reader, tools] = await Promise.all([getTranslations('forms'), currentReader(), formTools()]);
  const { form, content, revision } = filling;
  const place = checked.findIndex(({ step }) => step.key === current.key);
  // The summary is the last one.
  const total = checked.length + 1;
  const path = `/a/${encodeURIComponent(reference)}/requests/${requestId}/form?step=${current.key}`;
  const lead = [place === 0 ? form.intro : null, current.text].filter((text) => text !== null);
  return (
    <CitizenPage path={path} form={{ id: formId, name: 'intent' }}>
      <Columns>
        <div className="grid gap-7">
          <StepHeading
            step={`${reader.say(form.title)}. ${t('step', { number: place + 1, total })}`}
            title={reader.say(current.title)}
            current={place + 1}
            total={total}
            lead={lead.length === 0 ? undefined : lead.map(reader.say).join(' ')}
          />
          <ClientMessages namespaces={['common', 'forms', 'formTogether']}>
            <StepForm
              key={current.key}
              id={formId}
              action={sendStep.bind(null, reference, requestId, current.key)}
              view={viewStep(current, reader, { known: content.known, today: todayOf(tools) })}
              fresh={freshStep(rowsOf(current, content.answers), revision)}
              isFirst={place === 0}
              step={current.key}
              address={visitFormAddress(reference, requestId)}
              shared={shared}
            />
          </ClientMessages>
          <p>
            <a href={`/a/${encodeURIComponent(reference)}`}>{t('back')}</a>
          </p>
        </div>
      </Columns>
    </CitizenPage>
  );
}
