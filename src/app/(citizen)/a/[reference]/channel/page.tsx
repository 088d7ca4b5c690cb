import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { channelsOf } from '#features/changes/channels-of.ts';
import { AskChannel } from '#features/changes/ui/ask-channel.tsx';
import { NothingToChange } from '#features/changes/ui/nothing-to-change.tsx';
import { writeMoment } from '#features/scheduling/parse-moment.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { currentChange, homeOf, requireChange } from '../current-change.ts';
import { listLocations } from '../wished-change.ts';

type Props = { readonly params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, t] = await Promise.all([params, getTranslations('changes')]);
  const page = await currentChange(reference);
  return { title: page?.may === 'change' ? t('channel.title') : t('tooLate.title') };
}

/** Video, telephone or counter: as far as the services are offered that way. */
export default async function ChannelPage({ params }: Props) {
  const [{ reference }, organisation, reader] = await Promise.all([
    params,
    currentOrganisation(),
    currentReader(),
  ]);
  const { appointment, may } = await requireChange(reference);
  const home = homeOf(reference);
  const others = channelsOf(appointment).filter((channel) => channel !== appointment.channel);
  const locations = others.includes('counter') ? await listLocations(appointment) : [];
  return (
    <CitizenPage path={`${home}/channel`}>
      {may === 'change' ? (
        <AskChannel
          now={appointment.channel}
          others={others}
          moment={writeMoment(appointment.startAt, organisation.timeZone)}
          locations={locations.map(({ id, name, address }) => ({ id, name: reader.say(name), address }))}
          phone={organisation.phone}
          home={home}
        />
      ) : (
        <NothingToChange why={may} home={home} />
      )}
    </CitizenPage>
  );
}
