'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Dossier } from '../dossier.ts';
import { Part } from './dossier-part.tsx';
import { KeptField } from './notes-field.tsx';
import { sendPreparationNotes } from './seat-requests.ts';
import { type KeepOutcome, useKeptText } from './use-kept-text.ts';

type Props = { dossier: Pick<Dossier, 'appointmentId'> & { readonly preparationNotes: Notes } };
type Notes = NonNullable<Dossier['preparationNotes']>;

/** What the team writes down for itself about this citizen. Beside the conversation's own notes, which become its report. */
export function PreparationNotes({ dossier }: Props) {
  const t = useTranslations('seat.dossier.ownNotes');
  const { appointmentId, preparationNotes } = dossier;
  const revision = useRef(preparationNotes.revision);
  const kept = useKeptText(appointmentId, preparationNotes.text, async (id, text): Promise<KeepOutcome> => {
    const answer = await sendPreparationNotes(id, { text, revision: revision.current });
    if (answer.ok) {
      revision.current = answer.value.revision;
      return { kind: 'kept' };
    }
    const { refusal } = answer;
    if (refusal.code === 'notFound') return { kind: 'gone' };
    if (refusal.text === undefined || refusal.revision === undefined) return { kind: 'failed' };
    revision.current = refusal.revision;
    return { kind: 'changed', theirs: refusal.text };
  });
  return (
    <Part title={t('title')}>
      <KeptField name="own-notes" label={t('label')} hint={t('hint')} rows={4} kept={kept} />
    </Part>
  );
}
