import { getTranslations } from 'next-intl/server';
import { mostServices } from '#features/booking/booking-form.ts';
import { CallbackInvitation } from '#features/callbacks/ui/callback-invitation.tsx';
import {
  ChannelChoice,
  InterpreterChoice,
  LocationChoice,
  Together,
} from '#features/catalogue/ui/wish-choices.tsx';
import type { MomentChoice } from '#features/scheduling/choose-moment.ts';
import { MomentForm } from '#features/scheduling/ui/moment-form.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import type { Reader } from '../../../current-reader.ts';
import type { CurrentWish } from '../../current-wish.ts';
import { listWishFields, type WishAddress, writeServiceAddress } from '../../wish-address.ts';

type MomentSectionProps = {
  readonly current: CurrentWish;
  /** Null when there are no free times. */
  readonly choice: MomentChoice | null;
  readonly words: Reader;
  /** Whether somebody calls who asks for it. */
  readonly calls: boolean;
};

/** How, where, what else, and when: each answer leads to this page again, with the times that fit. */
export async function MomentSection({ current, choice, words, calls }: MomentSectionProps) {
  const t = await getTranslations('catalogue.moments');
  const { services, address, wish } = current;
  const withChange = (change: Partial<WishAddress>) =>
    `${writeServiceAddress({ ...address, ...change })}#moments`;
  const interpreterMinutes = services.reduce((sum, service) => sum + service.interpreterMinutes, 0);
  return (
    <>
      <ChannelChoice
        channels={current.channels}
        chosen={wish.channel}
        hrefOf={(channel) => withChange({ channel, location: undefined })}
      />
      <LocationChoice
        locations={current.locations}
        chosen={current.location}
        words={words}
        hrefOf={(location) => withChange({ location: location?.id })}
      />
      {!services[0]?.isQuestion && (
        <Together
          services={services}
          combinable={current.combinable}
          most={mostServices}
          words={words}
          addHref={(slug) => withChange({ with: [...address.with, slug] })}
          removeHref={(slug) => withChange({ with: address.with.filter((one) => one !== slug) })}
        />
      )}
      <InterpreterChoice
        minutes={interpreterMinutes}
        chosen={address.interpreter}
        href={withChange({ interpreter: !address.interpreter })}
      />
      {choice === null ? (
        <Notice kind="info" title={t('none.title')} className="mt-4">
          {t('none.text')}
          {calls && <CallbackInvitation service={address.service} />}
        </Notice>
      ) : (
        <MomentForm
          address={writeServiceAddress(address)}
          fields={[['service', address.service], ...listWishFields(address)]}
          choice={choice}
          style={words.style}
          action="/book/hold"
        />
      )}
    </>
  );
}
