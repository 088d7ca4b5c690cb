import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ConfirmForm } from '#features/changes/ui/confirm-form.tsx';
import { Confirmation } from '#features/changes/ui/confirmation.tsx';
import { NothingToChange } from '#features/changes/ui/nothing-to-change.tsx';
import { findServiceTime } from '#features/scheduling/find-times.ts';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { clock } from '../../../../../../wiring.ts';
import { currentReader } from '../../../../../current-reader.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { CitizenPage } from '../../../../citizen-page.tsx';
import { type Query, readQuery } from '../../../../read-query.ts';
import { writeAddress } from '../../../../wish-address.ts';
import { homeOf, requireChange } from '../../current-change.ts';
import { listLocations, readWishedChange } from '../../wished-change.ts';
import { sendMove } from './send-move.ts';

type Props = {
  readonly params: Promise<{ reference: string }>;
  readonly searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('changes.confirm'))('title') };
}

/** What it was and what it becomes, and both answers. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const [{ reference }, query, reader, organisation] = await Promise.all([
    params,
    searchParams,
    currentReader(),
    currentOrganisation(),
  ]);
  const { appointment, may } = await requireChange(reference);
  const home = homeOf(reference);
  if (may !== 'change') {
    return (
      <CitizenPage path={home}>
        <NothingToChange why={may} home={home} />
      </CitizenPage>
    );
  }
  const { moment = '' } = readQuery(query, ['moment']);
  const wished = await readWishedChange(appointment, query);
  const read = parseMoment(moment, organisation.timeZone, epochMilliseconds(0));
  const fields = [...wished.fields, ['moment', moment]] as const;
  const otherTimes = `${writeAddress(`${home}/move`, read.ok && !isOwn(read.value) ? fields : wished.fields)}#moments`;
  if (!read.ok) redirect(otherTimes);
  const time = await findServiceTime(clock, organisation, wished.wish, read.value);
  if (time?.answer.kind !== 'free') redirect(otherTimes);
  const { locationId } = time.answer;
  const location = wished.location ?? (await listLocations(appointment)).find(({ id }) => id === locationId);
  const { channel } = wished.wish;
  return (
    <CitizenPage path={writeAddress(`${home}/move/confirm`, fields)}>
      <ClientMessages namespaces={['changes', 'common']}>
        <Confirmation
          before={{ startAt: appointment.startAt, channel: appointment.channel }}
          after={{ startAt: read.value, channel }}
          address={channel === 'counter' ? (location?.address ?? null) : null}
          style={reader.style}
          home={home}
        >
          <ConfirmForm
            action={sendMove.bind(null, reference, Object.fromEntries(fields))}
            asksPhone={channel === 'phone' && appointment.phone === null}
            home={home}
          />
        </Confirmation>
      </ClientMessages>
    </CitizenPage>
  );

  /** Its own time, which another channel does not have: the page of times says so, and proposes others. */
  function isOwn(startAt: number): boolean {
    return startAt === appointment.startAt;
  }
}
