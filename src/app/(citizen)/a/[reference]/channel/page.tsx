import { channelsOf } from '#features/changes/channels-of.ts';
import { AskChannel } from '#features/changes/ui/ask-channel.tsx';
import { writeMoment } from '#features/scheduling/parse-moment.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { type ChangePageProps, headOf, TooLatePage } from '../change-page.tsx';
import { homeOf, requireChange } from '../current-change.ts';
import { listLocations } from '../wished-change.ts';

export const generateMetadata = headOf('channel');

/** Video, telephone or counter: as far as the services are offered that way. */
export default async function ChannelPage({ params }: ChangePageProps) {
  const [{ reference }, organisation, reader] = await Promise.all([
    params,
    currentOrganisation(),
    currentReader(),
  ]);
  const { appointment, may } = await requireChange(reference);
  const home = homeOf(reference);
  const others = channelsOf(appointment).filter((channel) => channel !== appointment.channel);
  const locations = others.includes('counter') ? await listLocations(appointment) : [];
  if (may !== 'change') return <TooLatePage path={`${home}/channel`} why={may} home={home} />;
  return (
    <CitizenPage path={`${home}/channel`}>
      <AskChannel
        now={appointment.channel}
        others={others}
        moment={writeMoment(appointment.startAt, organisation.timeZone)}
        locations={locations.map(({ id, name, address }) => ({ id, name: reader.say(name), address }))}
        phone={organisation.phone}
        home={home}
      />
    </CitizenPage>
  );
}
