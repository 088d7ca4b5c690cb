import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { listSeats } from '#features/seat/take-seat.ts';
import { ChooseSeat } from '#features/seat/ui/choose-seat.tsx';
import { localize } from '#journey/language.ts';
import { mayDo } from '#journey/permissions.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { clock } from '../../../../wiring.ts';
import { currentLanguage, currentOrganisation, currentStaff } from '../../../current-request.ts';
import { StaffShell } from '../../staff-shell.tsx';
import { NoSeatRight } from '../no-seat-right.tsx';
import { chooseSeat } from './choose-seat.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('seat.choose'))('title') };
}

/** Where a clerk sits down, at one of the own teams' seats. */
export default async function ChooseSeatPage() {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat');
  if (!mayDo(actor, 'workAtSeat')) return <NoSeatRight actor={actor} />;
  const [teams, language, { formOfAddress }, t] = await Promise.all([
    listSeats(clock, actor),
    currentLanguage(),
    currentOrganisation(),
    getTranslations('seat.choose'),
  ]);
  return (
    <StaffShell current="seat">
      <SeatPage title={t('title')}>
        <p className="mt-1 max-w-text text-ink-2">{t('lead')}</p>
        <ClientMessages namespaces={['common', 'seat']}>
          <ChooseSeat
            teams={teams.map((team) => ({ ...team, name: localize(team.name, language, formOfAddress) }))}
            clerkId={actor.staffMemberId}
            seatId={actor.seat?.id ?? null}
            action={chooseSeat}
          />
        </ClientMessages>
      </SeatPage>
    </StaffShell>
  );
}
