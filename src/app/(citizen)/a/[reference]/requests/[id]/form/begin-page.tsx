import { getTranslations } from 'next-intl/server';
import type { FormContent } from '#journey/forms/form-definition.ts';
import type { RequestId } from '#journey/ids.ts';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';
import { SubmitButton } from '#shared/ui/submit-button.tsx';
import { currentReader } from '../../../../../../current-reader.ts';
import { CitizenPage } from '../../../../../citizen-page.tsx';
import { sendBegin } from './send-step.ts';

type BeginPageProps = { reference: string; requestId: RequestId; form: FormContent };

/** A form that nobody began: opening its address begins nothing. */
export async function BeginPage({ reference, requestId, form }: BeginPageProps) {
  const [t, { say }] = await Promise.all([getTranslations('forms'), currentReader()]);
  const request = `/a/${encodeURIComponent(reference)}/requests/${requestId}`;
  return (
    <CitizenPage path={`${request}/form`}>
      <Band
        title={say(form.title)}
        lead={form.intro === null ? undefined : say(form.intro)}
        back={{ href: `/a/${encodeURIComponent(reference)}`, text: t('back') }}
      />
      <Columns>
        <form action={sendBegin.bind(null, reference, requestId)} className="grid gap-4">
          <p>{t('beginText', { count: form.steps.length })}</p>
          <div>
            <SubmitButton busyText={t('busy')} icon={iconPenLine}>
              {t('begin')}
            </SubmitButton>
          </div>
        </form>
      </Columns>
    </CitizenPage>
  );
}
