import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { BringList } from '#features/catalogue/ui/service-parts.tsx';
import { mayTryLink } from '#features/link/link-limits.ts';
import { isOver } from '#features/link/living-link.ts';
import { type LinkSummary, lookAtLink } from '#features/link/look-at-link.ts';
import { OverLink } from '#features/link/ui/over-link.tsx';
import { type LinkProblem, WhoAreYou } from '#features/link/ui/who-are-you.tsx';
import { type LinkAnswer, type RequestAim, WhoseLink } from '#features/link/ui/whose-link.tsx';
import type { RequestId } from '#journey/ids.ts';
import { hasWaitingRoom } from '#journey/stages.ts';
import { clientAddress } from '#shared/http/client-address.ts';
import { formatDay, formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { attemptLimiter, clock } from '../../wiring.ts';
import { currentReader } from '../current-reader.ts';
import { currentOrganisation } from '../current-request.ts';
import { CitizenPage } from './citizen-page.tsx';
import { currentService } from './current-service.ts';
import { writeAgainAddress } from './wish-address.ts';

/** What a link is; `unknown` for every miss; `tooMany` for whoever tried too often. One try for each request. */
export const readLink = cache(async (token: string): Promise<LinkSummary | 'unknown' | 'tooMany'> => {
  const [organisation, jar, head] = await Promise.all([currentOrganisation(), cookies(), headers()]);
  if (!(await mayTryLink(attemptLimiter, token, clientAddress(head)))) return 'tooMany';
  return (await lookAtLink(clock, organisation.id, token, (name) => jar.get(name)?.value)) ?? 'unknown';
});

/** The title of the page of a link that is one. */
export async function titleOfLink({ stage }: LinkSummary): Promise<string> {
  const [t, visit] = await Promise.all([getTranslations('link'), getTranslations('visit')]);
  return isOver(stage) ? visit(`titles.${stage}`) : t('place');
}

type LinkPageProps = {
  link: LinkSummary;
  /** Of this very page. */
  path: string;
  /** Where the click is sent. */
  action: string;
  /** What was wrong with the last click, as it stands in the address. */
  problem: string | undefined;
  /** Where "I will be there" is sent, and what of it was clicked in a mail; none for who has no messages. */
  answering?: { readonly comingAction: string; readonly answer: string | undefined };
  /** What a clerk asks, for who came by the link to that. */
  request?: RequestId | null;
};

/** An unopened link: whose it is, or the question who this is. Whatever fetches this page changes nothing. */
export async function UnopenedLink(props: LinkPageProps) {
  const { link, path, action, problem, answering, request = null } = props;
  const [organisation, { say, style }, t, common] = await Promise.all([
    currentOrganisation(),
    currentReader(),
    getTranslations('link'),
    getTranslations('common'),
  ]);
  const services = link.services.map(({ name }) => say(name)).join(', ');
  const words = { services, day: formatDay(link.startAt, style) };
  if (isOver(link.stage)) {
    return (
      <CitizenPage path={path} place={t('place')}>
        <OverLink
          {...words}
          stage={link.stage}
          time={formatTime(link.startAt, style)}
          wasHere={hasWaitingRoom(link.channel)}
          phone={organisation.phone}
          againHref={writeAgainAddress(link.services)}
          openAction={link.openHere ? action : null}
        />
      </CitizenPage>
    );
  }
  const moment = formatNearMoment(link.startAt, style);
  const answer = answerOf(answering?.answer);
  const asked: RequestAim | null = request && `requests/${request}`;
  // To say that one comes needs no place in this browser.
  const asksWho = link.openElsewhere && answer !== 'coming';
  return (
    <CitizenPage path={path} place={t('place')}>
      {asksWho ? (
        <WhoAreYou
          {...words}
          action={action}
          coming={
            answering === undefined || link.stage !== 'prepare'
              ? null
              : { action: answering.comingAction, isSaid: link.saidComing, moment }
          }
          aim={asked ?? answer}
          problem={problemOf(problem)}
          problemTitle={common('errorSummary')}
        />
      ) : (
        <WhoseLink
          {...words}
          moment={moment}
          action={action}
          comingAction={answering?.comingAction ?? null}
          answer={answer}
          asked={asked}
          saidComing={link.saidComing}
          organisationName={organisation.name}
          bring={<Bring link={link} />}
        />
      )}
    </CitizenPage>
  );
}

/** What the catalogue says to bring; what the citizen has of it, only the browser sees that opened the link. */
async function Bring({ link }: { link: LinkSummary }) {
  const [reader, found] = await Promise.all([
    currentReader(),
    Promise.all(link.services.map(({ slug }) => currentService(slug))),
  ]);
  return <BringList services={found.filter((service) => service !== null)} words={reader} />;
}

function answerOf(value: string | undefined): LinkAnswer | null {
  return value === 'coming' || value === 'move' || value === 'test' ? value : null;
}

function problemOf(value: string | undefined): LinkProblem | null {
  return value === 'name' || value === 'crowded' ? value : null;
}
