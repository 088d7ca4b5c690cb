import { getTranslations } from 'next-intl/server';
import type { BookableChannel } from '#journey/appointment-wish.ts';
import { Card } from '#shared/ui/card.tsx';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { iconCheck } from '#shared/ui/icons/check.ts';
import { iconLandmark } from '#shared/ui/icons/landmark.ts';
import { iconLanguages } from '#shared/ui/icons/languages.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { iconX } from '#shared/ui/icons/x.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TileLinks } from '#shared/ui/tile-links.tsx';
import type { CounterLocation } from '../locations.data.ts';
import type { CatalogueService } from '../service.ts';
import type { Words } from './service-links.tsx';

const channelIcons = { video: iconVideo, phone: iconPhone, counter: iconLandmark } as const;

type ChannelChoiceProps = {
  readonly channels: readonly BookableChannel[];
  readonly chosen: BookableChannel;
  /** Where choosing one leads to. */
  readonly hrefOf: (channel: BookableChannel) => string;
};

/** Video, phone or counter, as far as the service is offered that way. */
export async function ChannelChoice({ channels, chosen, hrefOf }: ChannelChoiceProps) {
  const t = await getTranslations('catalogue');
  if (channels.length < 2) return null;
  return (
    <TileLinks
      label={t('channel.title')}
      links={channels.map((channel) => ({
        href: hrefOf(channel),
        text: t(`channel.${channel}`),
        icon: channelIcons[channel],
        current: channel === chosen,
      }))}
    />
  );
}

type LocationChoiceProps = {
  readonly locations: readonly CounterLocation[];
  readonly chosen: CounterLocation | null;
  readonly words: Words;
  readonly hrefOf: (location: CounterLocation | null) => string;
};

/** In which building, when there are several. */
export async function LocationChoice({ locations, chosen, words, hrefOf }: LocationChoiceProps) {
  const t = await getTranslations('catalogue');
  const [only] = locations;
  if (only === undefined) return null;
  if (locations.length === 1) {
    return (
      <p className="mt-3">
        <b>{words.say(only.name)}</b>, {only.address}
      </p>
    );
  }
  return (
    <>
      <h3 className="mt-6">{t('channel.location')}</h3>
      <TileLinks
        label={t('channel.location')}
        links={[
          { href: hrefOf(null), text: t('channel.anyLocation'), current: chosen === null },
          ...locations.map((location) => ({
            href: hrefOf(location),
            text: words.say(location.name),
            hint: location.address,
            current: location.id === chosen?.id,
          })),
        ]}
      />
    </>
  );
}

type TogetherProps = {
  /** In this appointment, the first one in front. */
  readonly services: readonly CatalogueService[];
  readonly combinable: readonly CatalogueService[];
  readonly most: number;
  readonly words: Words;
  readonly addHref: (slug: string) => string;
  readonly removeHref: (slug: string) => string;
};

/** Other services in the same appointment: what is in it, and what can be added. */
export async function Together(props: TogetherProps) {
  const { services, combinable, most, words, addHref } = props;
  const t = await getTranslations('catalogue.together');
  const isFull = services.length >= most;
  return (
    <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-3">
      {services.length > 1 && <InThisAppointment {...props} />}
      {isFull && <p className="text-small text-ink-2">{t('most', { count: most })}</p>}
      {!isFull && combinable.length > 0 && (
        <Disclosure title={t('title')}>
          <p>{t('lead')}</p>
          <ul className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-2">
            {combinable.map((service) => (
              <li key={service.slug}>
                <a
                  href={addHref(service.slug)}
                  className="flex min-h-12 items-center gap-3 rounded-md border border-edge bg-surface px-3.5 py-2 font-semibold text-ink no-underline hover:bg-brand-tint"
                >
                  <Icon shape={iconPlus} size={20} className="text-brand" />
                  <span className="min-w-0 flex-1 wrap-anywhere hyphens-auto">{words.say(service.name)}</span>
                  <span className="text-small font-normal whitespace-nowrap text-ink-2">
                    {t('minutes', { minutes: service.durationMinutes })}
                  </span>
                  <span className="sr-only">, {t('add')}</span>
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

async function InThisAppointment({ services, words, removeHref }: TogetherProps) {
  const t = await getTranslations('catalogue.together');
  const minutes = services.reduce((sum, service) => sum + service.durationMinutes, 0);
  return (
    <Card as="section" labelledBy="together-title">
      <h3 id="together-title">{t('chosen')}</h3>
      <ul className="mt-1">
        {services.map((service, index) => (
          <li key={service.slug} className="flex min-h-11 flex-wrap items-center gap-x-3">
            <Icon shape={iconCheck} size={20} className="text-brand" />
            <span className="min-w-0 flex-1">{words.say(service.name)}</span>
            {index > 0 && (
              <a
                href={removeHref(service.slug)}
                aria-label={t('removeService', { service: words.say(service.name) })}
                className="inline-flex min-h-11 items-center gap-1.5 text-small"
              >
                <Icon shape={iconX} size={18} />
                {t('remove')}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-small text-ink-2">{t('total', { minutes })}</p>
    </Card>
  );
}

type InterpreterProps = {
  /** How much longer the appointment takes. */
  readonly minutes: number;
  readonly chosen: boolean;
  /** The same page with the other answer. */
  readonly href: string;
};

/** Asked before the times, because it changes which there are. */
export async function InterpreterChoice({ minutes, chosen, href }: InterpreterProps) {
  const t = await getTranslations('catalogue.interpreter');
  if (minutes === 0) return null;
  return (
    <Notice
      kind={chosen ? 'info' : 'neutral'}
      className="mt-4"
      icon={iconLanguages}
      title={chosen ? t('chosen') : t('title')}
      action={
        <a href={href} className="inline-flex min-h-11 items-center font-semibold">
          {chosen ? t('undo') : t('action')}
        </a>
      }
    >
      {t('text', { minutes })}
    </Notice>
  );
}
