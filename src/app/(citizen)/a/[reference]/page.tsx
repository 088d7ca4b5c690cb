import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findToldContact } from '#features/booking/find-told-contact.ts';
import { BookedNotice } from '#features/booking/ui/booked-notice.tsx';
import { CallbackInvitation } from '#features/callbacks/ui/callback-invitation.tsx';
import { ChangedNotice, OfferNotice } from '#features/changes/ui/change-notices.tsx';
import { LanguageNotice } from '#features/changes/ui/language-notice.tsx';
import { ConversationSummary } from '#features/closing/ui/conversation-summary.tsx';
import { listCompanionLinks } from '#features/companions/companion-links.ts';
import { InviteCompanion } from '#features/companions/ui/invite-companion.tsx';
import { mayComeBack } from '#features/link/come-back.ts';
import { isOver } from '#features/link/living-link.ts';
import { readMatch } from '#features/link/match-devices.ts';
import { WithdrawnLink } from '#features/link/ui/join-page.tsx';
import { isWrittenTo, readToldQuestions } from '#features/questions/questions.data.ts';
import { ToldQuestions } from '#features/questions/ui/told-questions.tsx';
import { AskedRequests } from '#features/requests/ui/asked-requests.tsx';
import { SurveyInvitation } from '#features/surveys/ui/survey-invitation.tsx';
import { MovedAway, NeedLink } from '#features/waiting-room/ui/closed-door.tsx';
import { ComingAlong } from '#features/waiting-room/ui/coming-along.tsx';
import { OwnDeviceMatch } from '#features/waiting-room/ui/device-match-notice.tsx';
import { LateNotice } from '#features/waiting-room/ui/late-notice.tsx';
import { OverStage } from '#features/waiting-room/ui/over-stage.tsx';
import { PrepareStage } from '#features/waiting-room/ui/prepare-stage.tsx';
import type { VisitReader } from '#features/waiting-room/ui/reader.ts';
import { VisitBar } from '#features/waiting-room/ui/visit-bar.tsx';
import { WaitStage } from '#features/waiting-room/ui/wait-stage.tsx';
import { findVisitPage, type VisitPage } from '#features/waiting-room/visit-page.data.ts';
import { loadVisitView } from '#features/waiting-room/visit-view.ts';
import type { VisitActor } from '#journey/actor.ts';
import { rightsOfCompanion } from '#journey/companion-roles.ts';
import type { VisitView } from '#journey/live-views.ts';
import { KnownProviderWays } from '#panels/identity/ui/known-provider-ways.tsx';
import { setAnswerStatus } from '#shared/http/answer-status.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { formatMoment } from '#shared/i18n/format-moment.ts';
import { Columns } from '#shared/ui/columns.tsx';
import { DroppedFile } from '#shared/ui/dropped-file.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { clock } from '../../../../wiring.ts';
import { companionTools } from '../../../companion-tools.ts';
import { providerWaysOf } from '../../../current-identity.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { currentKnownVisit } from '../../../current-visit.ts';
import { takesCallbacks } from '../../callback/callback-options.ts';
import { CitizenPage } from '../../citizen-page.tsx';
import { currentService } from '../../current-service.ts';
import { writeAgainAddress } from '../../wish-address.ts';
import { readChanges } from './change-links.ts';
import { PreparationPart, type SentPreparation } from './preparation-part.tsx';
import { Proposal } from './proposal.tsx';
import { readWords } from './read-words.ts';
import { sendCompanion } from './send-companion.ts';
import { sendTurnText } from './send-turn-text.ts';
import { speakOwnLanguage } from './speak-language.ts';
import { sendSurvey } from './survey/send-survey.ts';
import { VisitLive } from './visit-live.tsx';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<
    {
      booked?: string;
      changed?: string;
      proposal?: string;
      follow?: string;
      match?: string;
    } & SentPreparation
  >;
};
type Opened = { readonly view: VisitView; readonly page: VisitPage };

/** What this browser's visit shows now; null when another device took over. */
const openVisit = cache(async (reference: string): Promise<Opened | null> => {
  const visit = await currentKnownVisit(reference);
  if (visit === null) return null;
  const { organisationId, visitId } = visit.actor;
  return withOrganisation(organisationId, async (scope) => {
    const loaded = await loadVisitView(scope, visitId, clock.now());
    if (loaded === null) return null;
    return { view: loaded.view, page: await findVisitPage(scope, visit.actor) };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, t] = await Promise.all([params, getTranslations('visit')]);
  const opened = await openVisit(reference);
  return { title: opened === null ? t('place') : t(`titles.${opened.view.stage}`) };
}

/** The appointment as this browser may see it: its cookie decides, and the appointment's stage. */
export default async function AppointmentPage({ params, searchParams }: Props) {
  const [{ reference }, { booked, changed, proposal, follow, match, ...sent }, reader, organisation, t] =
    await Promise.all([
      params,
      searchParams,
      currentReader(),
      currentOrganisation(),
      getTranslations('visit'),
    ]);
  const [visit, opened] = await Promise.all([currentKnownVisit(reference), openVisit(reference)]);
  const path = `/a/${encodeURIComponent(reference)}`;
  if (visit === null || opened === null) {
    // The same answer for an unknown appointment and for one that was not opened here.
    if (visit === null) setAnswerStatus(await headers(), 404);
    const comeBack = visit !== null && mayComeBack(visit, clock.now()) ? `${path}/come-back` : null;
    return (
      <CitizenPage path={path}>
        {visit === null ? (
          <NeedLink />
        ) : visit.withdrawn ? (
          <WithdrawnLink />
        ) : (
          <MovedAway
            comeBackAction={comeBack}
            match={{ action: `${path}/match`, numbers: await readMatch({ clock }, visit.actor), said: match }}
          />
        )}
      </CitizenPage>
    );
  }
  const { view, page } = opened;
  const visitReader: VisitReader = {
    ...reader,
    // A number that breaks over two lines cannot be read aloud.
    phone: organisation.phone.replaceAll(' ', '\u00a0'),
    address: `${organisation.streetLine}, ${organisation.postalCode} ${organisation.city}`,
  };
  const others = await inviteToCallback(page);
  const dropped = (
    <DroppedFile title={t('dropped.title')} text={t('dropped.text')} closeText={t('dropped.close')} />
  );
  if (isOver(view.stage)) {
    return (
      <CitizenPage path={path} place={t('place')}>
        <OverStage
          stage={view.stage}
          page={page}
          reader={visitReader}
          againHref={writeAgainAddress(page.services)}
          others={others}
        >
          {view.stage === 'ended' && (
            <AfterConversation view={view} page={page} reader={visitReader} actor={visit.actor} />
          )}
        </OverStage>
        <ComplaintWay path={path} />
        {dropped}
      </CitizenPage>
    );
  }
  const waits = view.stage !== 'prepare';
  // Without script this page renews itself: nothing can be typed on it that would be lost.
  const follows = waits && follow !== undefined;
  const { links, offer } = await readChanges(reference);
  const invite = page.channel === 'video' && !follows && (await inviteSomebody(visit.actor, page.reference));
  // Who interprets or explains prepares nothing of the citizen's.
  const prepares = view.companionRole === null || rightsOfCompanion(view.companionRole).seesShared;
  const asked = <AskedRequests reference={page.reference} requests={view.requests} say={reader.say} />;
  const preparation = prepares && (
    <PreparationPart
      actor={visit.actor}
      page={page}
      reader={visitReader}
      title={t(waits ? 'bring.meanwhile' : 'bring.title')}
      sent={sent}
      asks={view.stage !== 'call'}
      fillInHref={follows ? path : null}
    />
  );
  const bring = (
    <>
      {asked}
      {preparation}
    </>
  );
  return (
    <ClientMessages
      namespaces={
        waits
          ? [
              'waitingRoom',
              'media',
              'call',
              'chat',
              'common',
              'conduct',
              'still',
              'companions',
              'forwarding',
              'requests',
              'identity',
              'formWays',
            ]
          : ['waitingRoom', 'companions']
      }
    >
      {dropped}
      <KnownProviderWays value={providerWaysOf(organisation)}>
        <VisitLive
          key={waits ? 'here' : 'prepare'}
          reference={page.reference}
          initial={view}
          organisationName={organisation.name}
          officePhone={visitReader.phone}
          formOfAddress={organisation.formOfAddress}
          invite={invite}
        >
          <CitizenPage path={path} place={waits ? t('titles.wait') : t('place')} top={<VisitBar />}>
            <OwnDeviceMatch />
            {booked !== undefined && (
              <BookedNotice
                contact={await findToldContact(clock, visit.actor)}
                officePhone={visitReader.phone}
              />
            )}
            {changed !== undefined && <ChangedNotice />}
            {view.stage !== 'call' && <Proposal actor={visit.actor} page={page} problem={proposal} />}
            {offer !== null && <OfferNotice offer={offer} style={reader.style} home={path} />}
            {!waits && page.language !== null && page.language !== reader.language && (
              <LanguageNotice
                written={page.language}
                read={reader.language}
                action={speakOwnLanguage.bind(null, page.reference)}
              />
            )}
            {waits ? (
              <WaitStage
                page={page}
                reader={visitReader}
                organisationName={organisation.name}
                bring={bring}
                changes={links}
                others={others}
                turnTextAction={follows ? null : sendTurnText.bind(null, page.reference)}
                renewingHref={follows ? null : `${path}?follow=1`}
                readWordsAction={readWords.bind(null, page.reference)}
              />
            ) : (
              <>
                <LateNotice
                  startAt={page.startAt}
                  style={reader.style}
                  moveHref={links.length > 0 ? `${path}/move` : null}
                />
                <PrepareStage page={page} reader={visitReader} bring={bring} changes={links} />
              </>
            )}
            {invite && (
              <Columns>
                <ComingAlong />
                {invite}
              </Columns>
            )}
            <ComplaintWay path={path} isBeside />
          </CitizenPage>
        </VisitLive>
      </KnownProviderWays>
    </ClientMessages>
  );
}

/** A link of their own for whom the citizen brings along; a companion brings nobody. */
async function inviteSomebody(actor: VisitActor, reference: string) {
  if (actor.role !== 'citizen') return null;
  const links = await listCompanionLinks(companionTools(), actor, actor.appointmentId);
  return <InviteCompanion action={sendCompanion.bind(null, reference)} links={links} />;
}

/** Being called about the same, where somebody calls. */
async function inviteToCallback({ services }: VisitPage) {
  const slug = services[0]?.slug;
  const service = slug === undefined ? null : await currentService(slug);
  return service !== null && (await takesCallbacks(service)) && <CallbackInvitation service={service.slug} />;
}

/** The way for who is not content, at every stage. @param isBeside in a window of its own: who waits must stay here */
async function ComplaintWay({ path, isBeside = false }: { path: string; isBeside?: boolean }) {
  const t = await getTranslations('complaint');
  return (
    <p className="page-width mb-8 print:hidden">
      <a href={`${path}/complaint`} target={isBeside ? '_blank' : undefined}>
        {t(isBeside ? 'wayBeside' : 'way')}
      </a>
    </p>
  );
}

/** What runs on after the conversation; null for who is not the citizen. */
async function readTold({ role, organisationId, appointmentId }: VisitActor) {
  if (role !== 'citizen') return null;
  return withOrganisation(organisationId, async (scope) => ({
    questions: await readToldQuestions(scope, appointmentId),
    isWrittenTo: await isWrittenTo(scope, appointmentId),
  }));
}

/** What took place, and the citizen's opinion of it. */
async function AfterConversation({
  view,
  page,
  reader,
  actor,
}: Opened & { reader: VisitReader; actor: VisitActor }) {
  const told = await readTold(actor);
  const t = await getTranslations('conduct.visitor');
  const { ended } = view.conduct;
  return (
    <div className="grid gap-8">
      {ended !== null && (
        <Notice kind="warn" heading="h2" title={t('ended')}>
          {t(`because.${ended}`)}
        </Notice>
      )}
      <ConversationSummary
        services={page.services.map(({ name }) => reader.say(name))}
        when={formatMoment(page.startAt, reader.style)}
        teamName={reader.say(page.teamName)}
      />
      {told !== null && <ToldQuestions {...told} say={reader.say} style={reader.style} now={clock.now()} />}
      {view.survey !== null && (
        <SurveyInvitation state={view.survey} action={sendSurvey.bind(null, page.reference)} />
      )}
    </div>
  );
}
