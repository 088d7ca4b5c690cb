import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { lookAtEarlierTimes } from '#features/changes/ask-earlier-time.ts';
import type { ChangeableAppointment } from '#features/changes/changeable.data.ts';
import { EarlierLine } from '#features/changes/ui/earlier-line.tsx';
import { EarlierOffer } from '#features/changes/ui/earlier-offer.tsx';
import { NothingToChange } from '#features/changes/ui/nothing-to-change.tsx';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import { clock } from '../../../../../wiring.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { type Query, readQuery } from '../../../read-query.ts';
import { currentChange, homeOf, requireChange } from '../current-change.ts';
import { answerEarlierTime, changeEarlierWish } from './send-earlier.ts';

type Props = {
  readonly params: Promise<{ reference: string }>;
  readonly searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, t] = await Promise.all([params, getTranslations('changes')]);
  const page = await currentChange(reference);
  return { title: page?.may === 'change' ? t('earlier.title') : t('tooLate.title') };
}

/** The line for earlier times: to join, to see one's place, and to answer an offer. */
export default async function EarlierPage({ params, searchParams }: Props) {
  const [{ reference }, query, reader, organisation] = await Promise.all([
    params,
    searchParams,
    currentReader(),
    currentOrganisation(),
  ]);
  const { actor, appointment, may } = await requireChange(reference);
  const home = homeOf(reference);
  const earlier = await lookAtEarlierTimes({ clock }, actor, appointment.id);
  const { gone } = readQuery(query, ['gone']);
  const common = { appointment, style: reader.style, home };
  if (earlier === null || !earlier.mayAsk) {
    return (
      <CitizenPage path={`${home}/earlier`}>
        <NothingToChange why={may === 'cancelled' ? may : 'tooLate'} home={home} />
      </CitizenPage>
    );
  }
  return (
    <CitizenPage path={`${home}/earlier`}>
      {earlier.offer === null ? (
        <EarlierLine
          {...common}
          before={earlier.before}
          canBeTold={earlier.canBeTold}
          freeAt={await findEarliest(appointment)}
          offerIsGone={gone !== undefined}
          phone={organisation.phone}
          action={changeEarlierWish.bind(null, reference)}
        />
      ) : (
        <EarlierOffer {...common} offer={earlier.offer} action={answerEarlierTime.bind(null, reference)} />
      )}
    </CitizenPage>
  );
}

/** The earliest time that can be chosen at once, when it is before the agreed one. */
async function findEarliest(appointment: ChangeableAppointment): Promise<number | null> {
  const organisation = await currentOrganisation();
  const days = await findOfferedDays(clock, organisation, wishInstead(appointment, { audience: 'citizen' }));
  const day = days?.find(({ full }) => !full);
  const first = day && (day.morning[0] ?? day.afternoon[0] ?? day.evening[0]);
  return first !== undefined && first.startAt < appointment.startAt ? first.startAt : null;
}
