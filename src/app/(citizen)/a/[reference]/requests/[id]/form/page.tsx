import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { checkForm } from '#journey/forms/check-form.ts';
import { parseId, type RequestId } from '#journey/ids.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { StoredFilling } from '#panels/forms/fillings.data.ts';
import { readOwnForm } from '#panels/forms/open-form.ts';
import { todayOf } from '#panels/forms/own-form.ts';
import { shareForm } from '#panels/forms/shared-form.ts';
import { FormAnswers } from '#panels/forms/ui/form-answers.tsx';
import { KeepAsPdf } from '#panels/forms/ui/keep-as-pdf.tsx';
import { formatMoment } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { currentReader } from '../../../../../../current-reader.ts';
import { currentVisit } from '../../../../../../current-visit.ts';
import { formTools } from '../../../../../../form-tools.ts';
import { CitizenPage } from '../../../../../citizen-page.tsx';
import { type Query, readQuery } from '../../../../../read-query.ts';
import { BeginPage } from './begin-page.tsx';
import { StepPage } from './step-page.tsx';
import { SummaryPage } from './summary-page.tsx';

type Props = { params: Promise<{ reference: string; id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forms'))('title') };
}

/** The form that a request asks for: one step at a time, then everything together; once it is sent, what was sent. */
export default async function FormPage({ params, searchParams }: Props) {
  const { reference, id } = await params;
  const [actor, tools, search] = await Promise.all([currentVisit(reference), formTools(), searchParams]);
  const home = `/a/${encodeURIComponent(reference)}`;
  const requestId = parseId<RequestId>(id);
  if (actor === null || requestId === null) redirect(home);
  const own = await readOwnForm(tools, actor, requestId);
  if (own.kind === 'over') redirect(`${home}/requests/${requestId}`);
  if (own.kind === 'notBegun')
    return <BeginPage reference={reference} requestId={requestId} form={own.form} />;
  const { filling, clerkName } = own;
  const place = { reference, requestId, filling };
  if (filling.sentAt !== null) return <SentPage {...place} sentAt={filling.sentAt} />;
  const today = todayOf(tools);
  const shared = shareForm(filling, { today, clerkName });
  const checked = checkForm(filling.form, filling.content.answers, today);
  const query = readQuery(search, ['step', 'changed']);
  const first = query.step === 'summary' ? undefined : checked.find(({ problems }) => problems.length > 0);
  const asked = checked.find(({ step }) => step.key === query.step) ?? first;
  // The address says which step it is: made anew while somebody fills it in, the page stays with it.
  if (asked !== undefined && query.step !== asked.step.key)
    redirect(`${home}/requests/${requestId}/form?step=${asked.step.key}`);
  if (asked === undefined)
    return (
      <SummaryPage {...place} shared={shared} checked={checked} isChanged={query.changed !== undefined} />
    );
  return <StepPage {...place} shared={shared} checked={checked} current={asked.step} />;
}

type SentPageProps = {
  reference: string;
  requestId: RequestId;
  filling: StoredFilling;
  sentAt: number;
};

async function SentPage({ reference, requestId, filling: { form, content }, sentAt }: SentPageProps) {
  const [t, reader] = await Promise.all([getTranslations('forms'), currentReader()]);
  const home = `/a/${encodeURIComponent(reference)}`;
  const sentOn = localDateAt(epochMilliseconds(sentAt), reader.style.timeZone);
  return (
    <CitizenPage path={`${home}/requests/${requestId}/form`}>
      <Band title={reader.say(form.title)} back={{ href: home, text: t('back') }} />
      <Columns>
        <div className="grid gap-6">
          <Notice kind="ok" title={t('sent.title')}>
            {t('sent.text', { moment: formatMoment(sentAt, reader.style) })}
          </Notice>
          <FormAnswers steps={checkForm(form, content.answers, sentOn)} reader={reader} content={content} />
          <KeepAsPdf href={`${home}/requests/${requestId}/form/pdf`} />
        </div>
      </Columns>
    </CitizenPage>
  );
}
