import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { AbsentSeatChoice } from '#features/absence/absence.data.ts';
import { readAbsence, type TypedAbsence } from '#features/absence/absence-form.ts';
import { listAbsentSeats, lookAtAbsence } from '#features/absence/look-at-absence.ts';
import { scopeOfAbsence } from '#features/absence/may-plan.ts';
import { AbsencePlan } from '#features/absence/ui/absence-plan.tsx';
import { AbsenceQuestion } from '#features/absence/ui/absence-question.tsx';
import type { StaffActor } from '#journey/actor.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { SeatPage } from '#shared/ui/seat-shell.tsx';
import { clock } from '../../../../wiring.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { StaffShell } from '../../staff-shell.tsx';
import { NoSeatRight } from '../no-seat-right.tsx';
import { absenceTools } from './absence-tools.ts';
import { confirmAbsence } from './confirm-absence.ts';
import { plannedLine } from './planned-line.ts';
import { typedOf } from './typed-absence.ts';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('absence'))('title') };
}

/** A clerk falls ill: one action settles the day of a seat. Looking is a GET; only the button at the end changes something. */
export default async function AbsencePage({ searchParams }: Props) {
  const actor = await currentStaff();
  if (actor === null) redirect('/sign-on?callbackUrl=/seat/absence');
  const scope = scopeOfAbsence(actor);
  if (scope === 'none') return <NoSeatRight actor={actor} />;
  const [query, { id, timeZone }, reader, seats, t] = await Promise.all([
    searchParams,
    currentOrganisation(),
    currentReader(),
    listAbsentSeats(actor),
    getTranslations('absence'),
  ]);
  const asked = typedOf((name) => query[name]);
  const today = localDateAt(epochMilliseconds(clock.now()), timeZone);
  const isAsked = asked.seat !== '';
  const typed: TypedAbsence = isAsked
    ? asked
    : { ...asked, seat: seatFor(seats, query.for, actor), from: today, reason: 'illness' };
  const absence = isAsked ? readAbsence(typed, timeZone) : null;
  const preview = absence?.ok
    ? await lookAtAbsence(absenceTools, actor, { id, timeZone }, absence.value)
    : null;
  return (
    <StaffShell current="absence">
      <SeatPage title={t('title')}>
        <p className="mt-1 max-w-text text-ink-2">{t(`lead.${scope}`)}</p>
        <ClientMessages namespaces={['absence', 'common']}>
          <AbsenceQuestion
            typed={typed}
            problem={absence === null || absence.ok ? null : absence}
            seats={seats.map((seat) => ({ id: seat.id, name: `${reader.say(seat.teamName)}, ${seat.name}` }))}
            onlyToday={scope === 'ownTeamsToday'}
          />
          {preview?.ok === false && <Notice kind="warn">{t('notYours')}</Notice>}
          {absence?.ok && preview?.ok && (
            <AbsencePlan
              key={JSON.stringify(typed)}
              typed={typed}
              seatName={preview.value.seat.name}
              startAt={absence.value.startAt}
              endAt={absence.value.endAt}
              waiting={preview.value.waiting}
              lines={preview.value.appointments.map((each) => plannedLine(each, reader))}
              action={confirmAbsence}
            />
          )}
        </ClientMessages>
      </SeatPage>
    </StaffShell>
  );
}

/** The seat to begin with: the one that was asked about, the own one, or the first. */
function seatFor(seats: readonly AbsentSeatChoice[], asked: unknown, actor: StaffActor): string {
  const known = [asked, actor.seat?.id].map((id) => seats.find((seat) => seat.id === id));
  return (known.find((seat) => seat !== undefined) ?? seats[0])?.id ?? '';
}
