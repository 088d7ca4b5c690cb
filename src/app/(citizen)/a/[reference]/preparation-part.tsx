import { withOrganisation } from '#db/organisation-scope.ts';
import { readReadiness } from '#db/readiness.ts';
import { mostDocumentBytes, mostDocumentsPerItem } from '#features/documents/document-limits.ts';
import { OwnChecklist } from '#features/preparation/ui/own-checklist.tsx';
import { parseUploadProblem } from '#features/preparation/upload-problem.ts';
import { BringList } from '#features/waiting-room/ui/bring-list.tsx';
import type { VisitReader } from '#features/waiting-room/ui/reader.ts';
import type { VisitPage } from '#features/waiting-room/visit-page.data.ts';
import type { VisitActor } from '#journey/actor.ts';
import { sendTick, sendWithdrawal } from './send-preparation.ts';

/** What stands in the address after files were sent without script. */
export type SentFiles = { readonly sent?: string | undefined; readonly item?: string | undefined };

type PreparationPartProps = {
  actor: VisitActor;
  page: VisitPage;
  reader: VisitReader;
  title: string;
  files: SentFiles;
};

/** What the citizen prepares for the appointment; a companion reads what to lay ready, and nothing of what the citizen has. */
export async function PreparationPart({ actor, page, reader, title, files }: PreparationPartProps) {
  const { organisationId, appointmentId, role } = actor;
  const readiness =
    role === 'citizen'
      ? await withOrganisation(organisationId, (scope) => readReadiness(scope, appointmentId))
      : null;
  if (readiness === null) return <BringList page={page} title={title} reader={reader} />;
  const code = parseUploadProblem(files.sent);
  return (
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
          problem: code === null ? null : { code, itemKey: files.item ?? '' },
        },
      }}
    />
  );
}
