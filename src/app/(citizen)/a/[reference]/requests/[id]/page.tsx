import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readVisitorRequest } from '#features/requests/answer-request.ts';
import type { VisitorRequest } from '#features/requests/request-views.ts';
import { DeclineForm } from '#features/requests/ui/decline-form.tsx';
import { RequestExplained } from '#features/requests/ui/request-explained.tsx';
import { SettledRequest } from '#features/requests/ui/settled-request.tsx';
import { parseId, type RequestId } from '#journey/ids.ts';
import { isOpen, type SettledState } from '#journey/requests.ts';
import { Band } from '#shared/ui/band.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { providerWaysOf } from '../../../../../current-identity.ts';
import { currentReader } from '../../../../../current-reader.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { currentVisit } from '../../../../../current-visit.ts';
import { CitizenPage } from '../../../../citizen-page.tsx';
import { RequestWays } from '../../request-ways.tsx';
import { sendDeclined, sendPostponed } from './send-answer.ts';

type Props = { params: Promise<{ reference: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('title') };
}

/** One thing that is asked of this browser's visitor: what, why, and the ways to do it or not. Complete without script. */
export default async function RequestPage({ params }: Props) {
  const { reference, id } = await params;
  const [t, reader, actor] = await Promise.all([
    getTranslations('requests'),
    currentReader(),
    currentVisit(reference),
  ]);
  const home = `/a/${encodeURIComponent(reference)}`;
  const requestId = parseId<RequestId>(id);
  // Who holds no visit, or asks for what is not theirs, reads on the appointment's own page what to do.
  const request = actor === null || requestId === null ? null : await readVisitorRequest(actor, requestId);
  if (request === null) redirect(home);
  return (
    <CitizenPage path={`${home}/requests/${request.id}`}>
      <Band
        over={reader.say(request.serviceName)}
        title={reader.say(request.title)}
        back={{ href: home, text: t('backToAppointment') }}
      />
      <Columns>
        {isOpen(request.state) ? (
          <OpenRequest reference={reference} request={request} />
        ) : (
          <Settled reference={reference} request={request} state={request.state} />
        )}
      </Columns>
    </CitizenPage>
  );
}

type SettledProps = { reference: string; request: VisitorRequest; state: SettledState };

async function Settled({ reference, request: { id, kind }, state }: SettledProps) {
  const t = await getTranslations('forms.sent');
  return (
    <div className="grid gap-4">
      <SettledRequest state={state} />
      {kind === 'form' && state === 'fulfilled' && (
        <p>
          <a href={`/a/${encodeURIComponent(reference)}/requests/${id}/form`}>{t('read')}</a>
        </p>
      )}
    </div>
  );
}

async function OpenRequest({ reference, request }: { reference: string; request: VisitorRequest }) {
  const { say } = await currentReader();
  return (
    <div className="grid gap-6">
      <div>
        <RequestExplained request={request} say={say} />
      </div>
      <RequestWays
        reference={reference}
        request={request}
        providers={providerWaysOf(await currentOrganisation())}
        say={say}
      />
      <DeclineForm
        declineAction={sendDeclined.bind(null, reference, request.id)}
        postponeAction={sendPostponed.bind(null, reference, request.id)}
      />
    </div>
  );
}
