import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { type ChangePage, lookAtChange } from '#features/changes/look-at-change.ts';
import { AskToCancel, NothingToCancel } from '#features/changes/ui/cancellation.tsx';
import { clock } from '../../../../../wiring.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentVisit } from '../../../../current-visit.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { sendCancellation } from './send-cancellation.ts';

type Props = { readonly params: Promise<{ reference: string }> };

const lookAt = cache(async (reference: string): Promise<ChangePage | null> => {
  const actor = await currentVisit(reference);
  return actor && lookAtChange({ clock }, actor, actor.appointmentId);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, t] = await Promise.all([params, getTranslations('booking.cancel')]);
  const page = await lookAt(reference);
  if (page?.may === 'cancelled') return { title: t('done.title') };
  return { title: page?.may === 'tooLate' ? t('tooLate.title') : t('title') };
}

/** Asks once more before an appointment is cancelled, and says so afterwards. */
export default async function CancelPage({ params }: Props) {
  const { reference } = await params;
  const [page, reader] = await Promise.all([lookAt(reference), currentReader()]);
  const home = `/a/${encodeURIComponent(reference)}`;
  // Who holds no visit, or only came along, reads on the appointment's own page what to do.
  if (page === null) redirect(home);
  return (
    <CitizenPage path={`${home}/cancel`}>
      {page.may === 'change' ? (
        <AskToCancel
          appointment={page.appointment}
          words={reader}
          home={home}
          action={sendCancellation.bind(null, reference)}
        />
      ) : (
        <NothingToCancel
          why={page.may === 'cancelled' ? 'done' : 'tooLate'}
          appointment={page.appointment}
          home={home}
        />
      )}
    </CitizenPage>
  );
}
