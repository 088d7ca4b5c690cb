import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PrintButton } from '#features/staff-booking/ui/print-button.tsx';
import { checkForm } from '#journey/forms/check-form.ts';
import { parseId, type RequestId } from '#journey/ids.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { readSentForm } from '#panels/forms/read-sent-form.ts';
import { FormAnswers } from '#panels/forms/ui/form-answers.tsx';
import { KeepAsPdf } from '#panels/forms/ui/keep-as-pdf.tsx';
import { formatMoment } from '#shared/i18n/format-moment.ts';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { sealing } from '../../../../../wiring.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentStaff } from '../../../../current-request.ts';
import { MissingPage } from '../../../../missing-page.tsx';
import { StaffShell } from '../../../staff-shell.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forms'))('title') };
}

/** What somebody filled in and sent, for a clerk of the team; to read, and to print. */
export default async function SentFormPage({ params }: Props) {
  const { id } = await params;
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat');
  const requestId = parseId<RequestId>(id);
  const filling = requestId && (await readSentForm({ sealing }, actor, requestId));
  if (filling === null || filling.sentAt === null) return <MissingPage />;
  const [t, reader] = await Promise.all([getTranslations('forms'), currentReader()]);
  const { form, content, sentAt } = filling;
  const sentOn = localDateAt(epochMilliseconds(sentAt), reader.style.timeZone);
  return (
    <StaffShell current="seat">
      <SeatPage
        title={reader.say(form.title)}
        actions={
          <>
            <PrintButton text={t('print')} />
            <KeepAsPdf href={`/api/seat/forms/${requestId}/pdf`} />
          </>
        }
      >
        <div className="grid max-w-text gap-5">
          <p className="text-ink-2">{t('sent.text', { moment: formatMoment(sentAt, reader.style) })}</p>
          <FormAnswers steps={checkForm(form, content.answers, sentOn)} reader={reader} content={content} />
        </div>
      </SeatPage>
    </StaffShell>
  );
}
