import { getTranslations } from 'next-intl/server';
import { bookableChannels } from '#journey/appointment-wish.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import { formatMoney } from '#shared/i18n/format-moment.ts';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { CardLinkList } from '#shared/ui/link-list.tsx';
import type { CatalogueService } from '../service.ts';

export type Words = {
  readonly language: Language;
  /** An own text of the organisation for this reader. */
  readonly say: (text: LocalizedText) => string;
};

/** Services to choose from, each with what it is, how long it takes and what it costs. */
export async function ServiceLinks({
  services,
  words,
  heading,
}: {
  services: readonly CatalogueService[];
  words: Words;
  /** Of each service; under a heading of the page itself it is an h3. */
  heading?: 'h2' | 'h3';
}) {
  const [t, channels] = await Promise.all([
    getTranslations('catalogue.service'),
    getTranslations('catalogue'),
  ]);
  const list = new Intl.ListFormat(words.language, { type: 'disjunction' });
  const by = (service: CatalogueService) =>
    list.format(
      bookableChannels
        .filter((channel) => service.channels.includes(channel))
        .map((channel) => channels(`service.by.${channel}`)),
    );
  return (
    <CardLinkList
      heading={heading}
      links={services.map((service) => ({
        href: `/services/${service.slug}`,
        title: words.say(service.name),
        detail: words.say(service.summary),
        icon: iconByName(service.category.icon),
        meta: t('brief', {
          minutes: service.durationMinutes,
          by: by(service),
          fee: service.feeCents === 0 ? t('free') : formatMoney(service.feeCents, words.language),
        }),
      }))}
    />
  );
}
