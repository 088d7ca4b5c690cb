import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { createTranslator } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { publicOrigin } from '#features/organisation/organisation.ts';
import { findBooked } from '#features/staff-booking/find-booked.ts';
import { AppointmentSheet } from '#features/staff-booking/ui/appointment-sheet.tsx';
import { PrintButton } from '#features/staff-booking/ui/print-button.tsx';
import { config } from '#shared/config/config.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { deriveSheetCode } from '#shared/sheet-code.ts';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { currentOrganisation, currentStaff } from '../../../../current-request.ts';
import { MissingPage } from '../../../../missing-page.tsx';
import { StaffShell } from '../../../staff-shell.tsx';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staffBooking.print'))('title') };
}

/** The sheet to print for who has neither mail nor mobile phone, in the citizen's language. */
export default async function SheetPage({ params }: Props) {
  const { reference } = await params;
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat');
  const booked = await findBooked(actor, reference);
  if (booked === null || !booked.hasSheet || booked.isCancelled) return <MissingPage />;
  const [organisation, t] = await Promise.all([currentOrganisation(), getTranslations('staffBooking.print')]);
  const { language } = booked;
  const { LINK_SECRET, PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const { host } = new URL(publicOrigin(organisation, PUBLIC_SCHEME, PUBLIC_PORT));
  const catalogue = { locale: language, messages: loadMessages(language, organisation.formOfAddress) };
  return (
    <StaffShell current="book">
      <SeatPage
        title={<span className="print:hidden">{t('title')}</span>}
        actions={<PrintButton text={t('action')} />}
      >
        <AppointmentSheet
          booked={booked}
          code={deriveSheetCode(LINK_SECRET, booked.id)}
          organisation={{ ...organisation, host }}
          t={createTranslator({ ...catalogue, namespace: 'sheet' })}
          preparation={createTranslator({ ...catalogue, namespace: 'preparation' })}
        />
      </SeatPage>
    </StaffShell>
  );
}
