import { recordEvent } from '#db/event-log.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import { renewPage } from '#db/page-version.ts';
import { eventActorOf, type StaffActor, type VisitActor } from '#journey/actor.ts';
import type { AppointmentId, DocumentId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import type { Clock } from '#ports/clock.ts';
import type { FileStore } from '#ports/file-store.ts';
import { mostDocumentBytes, mostDocuments, mostDocumentsPerItem } from './document-limits.ts';
import { cleanName } from './document-name.ts';
import { type DocumentType, recogniseType } from './document-types.ts';
import { countDocuments, createDocument, findReceiver, type Receiver, takeTurn } from './documents.data.ts';

export type DocumentTools = { readonly clock: Clock; readonly fileStore: FileStore };

/** A file that comes in. The name is its sender's word, its type is seen by its bytes. */
export type IncomingDocument = {
  readonly origin:
    | { readonly kind: 'brought' /** Of what was asked to bring. */; readonly itemKey: string }
    /** Taken in the running conversation; whoever asks for this has made sure that the citizen said yes. */
    | { readonly kind: 'stillPicture' };
  readonly name: string;
  readonly content: Uint8Array;
};

/**
 * `notFound` for what is not theirs; `over` once nobody meets any more; `notAsked` for what is not to be sent in;
 * `tooMany`, of the thing or of the appointment.
 */
export type DocumentProblem =
  | 'notFound'
  | 'over'
  | 'notAsked'
  | 'empty'
  | 'tooLarge'
  | 'wrongType'
  | 'tooMany';
export type DocumentFailure = { readonly code: DocumentProblem };

/**
 * Keeps a file with an appointment, where its team sees it at once: one that the citizen sends in before or during the conversation, or
 * a still picture of the conversation.
 * @param keeper the citizen, for their own appointment; or a clerk of its team
 */
export async function keepDocument(
  { clock, fileStore }: DocumentTools,
  {
    keeper,
    appointmentId,
  }: { readonly keeper: VisitActor | StaffActor; readonly appointmentId: AppointmentId },
  { origin, name, content }: IncomingDocument,
): Promise<Result<DocumentId, DocumentFailure>> {
  if (content.length === 0) return fail({ code: 'empty' });
  if (content.length > mostDocumentBytes) return fail({ code: 'tooLarge' });
  const mediaType = recogniseType(content);
  if (mediaType === null) return fail({ code: 'wrongType' });
  const itemKey = origin.kind === 'brought' ? origin.itemKey : null;
  return withOrganisation(keeper.organisationId, async (scope) => {
    const receiver = await findReceiver(scope, appointmentId);
    if (receiver === null || !mayKeep(keeper, appointmentId, receiver)) return fail({ code: 'notFound' });
    await takeTurn(scope, appointmentId);
    const now = clock.now();
    const problem = await findProblem(scope, receiver, { appointmentId, itemKey, now });
    if (problem !== null) return fail({ code: problem });
    const document = { appointmentId, itemKey, ...describe(name, mediaType, content), kind: origin.kind };
    const id = await createDocument(scope, { ...document, keptAt: new Date(now) });
    await fileStore.write(scope, id, content);
    await renewPage(scope, appointmentId);
    await recordEvent(scope, {
      streams: [`appointment:${appointmentId}`, `team:${receiver.teamId}`],
      type: 'document.kept',
      actor: eventActorOf(keeper),
      payload: { appointmentId, documentId: id, kind: origin.kind },
      at: now,
    });
    return succeed(id);
  });
}

function mayKeep(keeper: VisitActor | StaffActor, id: AppointmentId, { teamId }: Receiver): boolean {
  if (keeper.kind === 'visitor') return keeper.role === 'citizen' && keeper.appointmentId === id;
  return mayWorkForTeam(keeper, teamId);
}

const describe = (name: string, mediaType: DocumentType, { length }: Uint8Array) => ({
  name: cleanName(name, mediaType),
  mediaType,
  sizeBytes: length,
});

type Place = {
  readonly appointmentId: AppointmentId;
  /** Null for a still picture. */
  readonly itemKey: string | null;
  readonly now: number;
};

async function findProblem(
  scope: OrganisationScope,
  { stageAt, uploadable }: Receiver,
  { appointmentId, itemKey, now }: Place,
): Promise<DocumentProblem | null> {
  const stage = stageAt(now);
  const isOpen = stage === 'call' || (itemKey !== null && (stage === 'prepare' || stage === 'wait'));
  if (!isOpen) return 'over';
  if (itemKey !== null && !uploadable.has(itemKey)) return 'notAsked';
  const { all, ofItem } = await countDocuments(scope, appointmentId, itemKey);
  if (all >= mostDocuments) return 'tooMany';
  return itemKey !== null && ofItem >= mostDocumentsPerItem ? 'tooMany' : null;
}
