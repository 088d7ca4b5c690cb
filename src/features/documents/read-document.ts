import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import type { DocumentId } from '#journey/ids.ts';
import { mayWorkForTeam } from '#journey/permissions.ts';
import type { FileStore } from '#ports/file-store.ts';
import { findDocument } from './documents.data.ts';

export type ReadDocument = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array<ArrayBuffer>;
};

/** A document of an appointment of the team at whose seat the clerk sits; null for every other one, whether it exists or not. */
export async function readDocument(
  { fileStore }: { readonly fileStore: FileStore },
  actor: StaffActor,
  id: DocumentId,
): Promise<ReadDocument | null> {
  const teamId = actor.seat?.teamId;
  if (teamId === undefined || !mayWorkForTeam(actor, teamId)) return null;
  return withOrganisation(actor.organisationId, async (scope) => {
    const document = await findDocument(scope, id, teamId);
    if (document === null) return null;
    const content = await fileStore.read(scope, id);
    return content === null ? null : { ...document, content };
  });
}
