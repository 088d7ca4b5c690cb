import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { lookAtEarlierTimes } from '#features/changes/ask-earlier-time.ts';
import type { ChangeableAppointment } from '#features/changes/changeable.data.ts';
import { EarlierLine } from '#features/changes/ui/earlier-line.tsx';
import { EarlierOffer } from '#features/changes/ui/earlier-offer.tsx';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import type { VisitActor } from '#journey/actor.ts';
import type { VisitView } from '#journey/live-views.ts';
import { wishInstead } from '#journey/wish-instead.ts';
import { clock } from '../../../../../wiring.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { readQuery } from '../../../read-query.ts';
import { type ChangePageProps, headOf, TooLatePage } from '../change-page.tsx';
import { homeOf, requireChange } from '../current-change.ts';
import { FollowAppointment } from './follow-appointment.tsx';
import { answerEarlierTime, changeEarlierWish } from './send-earlier.ts';

export const generateMetadata = headOf('earlier');

/** The line for earlier times: to join, to see one's place, and to answer an offer. */
export default async function EarlierPage({ params, searchParams }: ChangePageProps) {
  const [{ reference }, query, reader, organisation, t] = await Promise.all([
    params,
    searchParams,
    currentReader(),
    currentOrganisation(),
    getTranslations('changes.earlier.offer'),
  ]);
  const { actor, appointment, may } = await requireChange(reference);
  const home = homeOf(reference);
  const earlier = await lookAtEarlierTimes({ clock }, actor, appointment.id);
  const { gone } = readQuery(query, ['gone']);
  const common = { appointment, style: reader.style, home };
  if (earlier === null || !earlier.mayAsk) {
    const why = may === 'cancelled' ? may : 'tooLate';
    return <TooLatePage path={`${home}/earlier`} why={why} home={home} />;
  }
  const live = await readView(actor);
  return (
    <CitizenPage path={`${home}/earlier`}>
      {live !== null && (
        <FollowAppointment
          reference={appointment.reference}
          initial={live}
          home={home}
          offered={earlier.offer && t('title')}
        />
      )}
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

/** What the page follows; nothing once the waiting room is open: whoever follows is there. */
async function readView({ organisationId, visitId }: VisitActor): Promise<VisitView | null> {
  const loaded = await withOrganisation(organisationId, (scope) =>
    loadVisitView(scope, visitId, clock.now()),
  );
  return loaded?.view.stage === 'prepare' ? loaded.view : null;
}

/** The earliest time that can be chosen at once, when it is before the agreed one. */
async function findEarliest(appointment: ChangeableAppointment): Promise<number | null> {
  const organisation = await currentOrganisation();
  const days = await findOfferedDays(clock, organisation, wishInstead(appointment, { audience: 'citizen' }));
  const day = days?.find(({ full }) => !full);
  const first = day && (day.morning[0] ?? day.afternoon[0] ?? day.evening[0]);
  return first !== undefined && first.startAt < appointment.startAt ? first.startAt : null;
}
