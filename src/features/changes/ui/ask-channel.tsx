import { getTranslations } from 'next-intl/server';
import type { BookableChannel, Channel } from '#journey/appointment-wish.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { type Choice, ChoiceField } from '#shared/ui/choice-field.tsx';
import { iconArrowRight } from '#shared/ui/icons/arrow-right.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconStore } from '#shared/ui/icons/store.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { Notice } from '#shared/ui/notice.tsx';

type Building = { readonly id: string; readonly name: string; readonly address: string };

type AskChannelProps = {
  readonly now: Channel;
  readonly others: readonly BookableChannel[];
  /** The agreed time, as addresses write it: it is kept when the new channel has it. */
  readonly moment: string;
  readonly locations: readonly Building[];
  readonly phone: string;
  readonly home: string;
};

const icons = { video: iconVideo, phone: iconPhone, counter: iconStore } as const;

/** In which other way the appointment can take place. Nothing changes before the next page. */
export async function AskChannel({ now, others, moment, locations, phone, home }: AskChannelProps) {
  const [t, common] = await Promise.all([getTranslations('changes.channel'), getTranslations('common')]);
  const offered = others.filter((channel) => channel !== 'counter' || locations.length > 0);
  return (
    <>
      <Band
        title={t('title')}
        lead={t('lead', { channel: now })}
        back={{ href: home, text: common('back') }}
      />
      <div className="page-width mt-6 lg:mt-12">
        <div className="grid max-w-text gap-6">
          {offered.length === 0 ? (
            <Notice kind="info" title={t('none.title', { channel: now })}>
              {t('none.text', { phone })}
            </Notice>
          ) : (
            <form method="post" action={`${home}/move/choose`} className="grid gap-6">
              <input type="hidden" name="moment" value={moment} />
              <ChoiceField
                name="way"
                label={t('title')}
                hideLegend
                choices={await listChoices(offered, locations)}
                defaultValue={wayOf(offered[0] as BookableChannel, locations[0])}
              />
              <div>
                <Button type="submit" iconAfter={iconArrowRight}>
                  {t('next')}
                </Button>
              </div>
            </form>
          )}
        </div>
      </div>
    </>
  );
}

/** The channel, and of the counter the building. */
function wayOf(channel: BookableChannel, building: Building | undefined): string {
  return channel === 'counter' && building !== undefined ? `${channel}:${building.id}` : channel;
}

async function listChoices(
  offered: readonly BookableChannel[],
  locations: readonly Building[],
): Promise<readonly Choice[]> {
  const t = await getTranslations('changes.channel');
  return offered.flatMap((channel): Choice[] => {
    if (channel !== 'counter') {
      const [label, hint] = [t(`options.${channel}`), t(`hints.${channel}`)];
      return [{ value: channel, label, hint, icon: icons[channel] }];
    }
    return locations.map((building) => ({
      value: wayOf(channel, building),
      label: locations.length > 1 ? `${t('options.counter')}: ${building.name}` : t('options.counter'),
      hint: t('hints.counter', { address: building.address }),
      icon: icons.counter,
    }));
  });
}
