import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { readPreparatoryForm } from '#db/preparatory-form.ts';
import { readReadiness } from '#db/readiness.ts';
import { mostDocumentBytes, mostDocumentsPerItem } from '#features/documents/document-limits.ts';
import { readRemark } from '#features/preparation/answers.data.ts';
import { OwnChecklist } from '#features/preparation/ui/own-checklist.tsx';
import { OwnQuestions } from '#features/preparation/ui/own-questions.tsx';
import { parseUploadProblem } from '#features/preparation/upload-problem.ts';
import { BringList } from '#features/waiting-room/ui/bring-list.tsx';
import type { VisitReader } from '#features/waiting-room/ui/reader.ts';
import type { VisitPage } from '#features/waiting-room/visit-page.data.ts';
import type { VisitActor } from '#journey/actor.ts';
import { sendAnswers, sendTick, sendWithdrawal } from './send-preparation.ts';

/** What stands in the address after files were sent without script, or answers. */
export type SentPreparation = {
  readonly sent?: string | undefined;
  readonly item?: string | undefined;
  readonly answers?: string | undefined;
};

type PreparationPartProps = {
  actor: VisitActor;
  page: VisitPage;
  reader: VisitReader;
  title: string;
  sent: SentPreparation;
  /** Questions are asked and answered until somebody speaks with them. */
  asks: boolean;
  /** Where it can be filled in, from a page that only tells how it stands; null where that is here. */
  fillInHref: string | null;
};

/** What the citizen prepares for the appointment; a companion reads what to lay ready, and nothing of what the citizen has. */
export async function PreparationPart(props: PreparationPartProps) {
  const { actor, page, reader, title, sent, asks, fillInHref } = props;
  const { organisationId, appointmentId, role } = actor;
  if (role !== 'citizen') return <BringList page={page} title={title} reader={reader} />;
  if (fillInHref !== null) {
    const t = await getTranslations('visit.bring');
    return (
      <>
        <BringList page={page} title={title} reader={reader} />
        <p>
          <a href={fillInHref}>{t('fillIn')}</a>
        </p>
      </>
    );
  }
  const { readiness, form, remark } = await withOrganisation(organisationId, async (scope) => ({
    readiness: await readReadiness(scope, appointmentId),
    form: await readPreparatoryForm(scope, appointmentId),
    remark: await readRemark(scope, appointmentId),
  }));
  if (readiness === null) return null;
  const code = parseUploadProblem(sent.sent);
  const checklist = (
    <OwnChecklist
      readiness={readiness}
      title={title}
      reader={reader}
      means={{
        tick: sendTick.bind(null, page.reference),
        withdraw: sendWithdrawal.bind(null, page.reference),
        upload: {
          href: `/a/${page.reference}/documents`,
          mostBytes: mostDocumentBytes,
          mostFiles: mostDocumentsPerItem,
          problem: code === null ? null : { code, itemKey: sent.item ?? '' },
        },
      }}
    />
  );
  if (!asks) return checklist;
  const outcome = (['saved', 'masked', 'over'] as const).find((each) => each === sent.answers) ?? null;
  return (
    <>
      {checklist}
      <OwnQuestions
        form={form}
        remark={remark}
        reader={reader}
        action={sendAnswers.bind(null, page.reference)}
        outcome={outcome}
      />
    </>
  );
}
