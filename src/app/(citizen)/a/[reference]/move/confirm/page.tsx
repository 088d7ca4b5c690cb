import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import type { ChangeableAppointment } from '#features/changes/changeable.data.ts';
import { ConfirmForm } from '#features/changes/ui/confirm-form.tsx';
import { Confirmation } from '#features/changes/ui/confirmation.tsx';
import { parseMoment } from '#features/scheduling/parse-moment.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { ClientMessages } from '#shared/i18n/client-messages.tsx';
import { currentReader } from '../../../../../current-reader.ts';
import { currentOrganisation } from '../../../../../current-request.ts';
import { lookAtTime } from '../../../../book/keep-time.ts';
import { CitizenPage } from '../../../../citizen-page.tsx';
import { currentHolderKey } from '../../../../current-wish.ts';
import { type Query, readQuery } from '../../../../read-query.ts';
import { writeAddress } from '../../../../wish-address.ts';
import { type ChangePageProps, headOf, TooLatePage } from '../../change-page.tsx';
import { homeOf, requireChange } from '../../current-change.ts';
import { listLocations, readWishedChange } from '../../wished-change.ts';
import { sendMove } from './send-move.ts';

export const generateMetadata = headOf('confirm');

/** What it was and what it becomes, and both answers. */
export default async function ConfirmPage({ params, searchParams }: ChangePageProps) {
  const [{ reference }, query, { style }] = await Promise.all([params, searchParams, currentReader()]);
  const { appointment, may } = await requireChange(reference);
  const home = homeOf(reference);
  if (may !== 'change') return <TooLatePage path={home} why={may} home={home} />;
  const { fields, startAt, channel, address, hold } = await findFree(appointment, query);
  return (
    <CitizenPage path={writeAddress(`${home}/move/confirm`, fields)}>
      <ClientMessages namespaces={['changes', 'common']}>
        <Confirmation
          before={appointment}
          after={{ startAt, channel }}
          address={address}
          style={style}
          home={home}
        >
          <ConfirmForm
            action={sendMove.bind(null, reference, Object.fromEntries(fields))}
            asksPhone={channel === 'phone' && appointment.phone === null}
            hold={hold}
          />
        </Confirmation>
      </ClientMessages>
    </CitizenPage>
  );
}

/** What is asked for, when it can be had at this moment; else the page of times says that it cannot, and proposes others. */
async function findFree(appointment: ChangeableAppointment, query: Query) {
  const organisation = await currentOrganisation();
  const move = `${homeOf(appointment.reference)}/move`;
  const { moment = '' } = readQuery(query, ['moment']);
  const wished = await readWishedChange(appointment, query);
  const fields = [...wished.fields, ['moment', moment]] as const;
  const read = parseMoment(moment, organisation.timeZone, epochMilliseconds(0));
  if (!read.ok) redirect(`${writeAddress(move, wished.fields)}#moments`);
  // Who holds nothing finds nothing under a key that nobody has.
  const holderKey = (await currentHolderKey()) ?? randomUUID();
  const seen = await lookAtTime({ wish: wished.wish, startAt: read.value, holderKey });
  if (seen?.kind !== 'free') {
    // Its own time that another channel does not have was not chosen, so it is not gone either.
    const isOwn = read.value === appointment.startAt;
    redirect(`${writeAddress(move, isOwn ? wished.fields : fields)}#moments`);
  }
  const { channel } = wished.wish;
  const { locationId, hold } = seen;
  const location =
    wished.location ?? (await listLocations(appointment)).find(({ id }) => id === locationId) ?? null;
  const address = channel === 'counter' ? (location?.address ?? null) : null;
  return { fields, startAt: read.value, channel, address, hold };
}
