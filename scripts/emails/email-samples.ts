import { noOwnTexts, type Wording, wordings } from '#features/messages/own-texts.ts';
import { sampleTelling } from '#features/messages/sample-telling.ts';
import type { Telling, ToldService } from '#features/messages/told.ts';
import type { OrganisationId } from '#journey/ids.ts';
import { type Language, languages } from '#journey/language.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { services } from '../../prisma/seed/catalogue.ts';
import type { OrganisationContent, OrganisationSlug, ServiceContent } from '../../prisma/seed/content.ts';
import { organisations } from '../../prisma/seed/organisations.ts';

/** What a preview is of. */
export type Sample = {
  readonly organisation: OrganisationContent;
  readonly wording: Wording;
  readonly language: Language;
  readonly channel: (typeof channels)[number];
};

export const channels = ['video', 'phone', 'counter'] as const;
export const allWordings = Object.keys(wordings) as readonly Wording[];

/** Reads a sample from an address; what it does not say is the first of its kind. */
export function parseSample(query: URLSearchParams): Sample {
  return {
    organisation: oneOf(organisations, ({ slug }) => slug, query.get('organisation')),
    wording: oneOf(allWordings, String, query.get('wording')),
    language: oneOf(languages, String, query.get('language')),
    channel: oneOf(channels, String, query.get('channel')),
  };
}

export function addressOf({ organisation, wording, language, channel }: Sample): string {
  return String(new URLSearchParams({ organisation: organisation.slug, wording, language, channel }));
}

function oneOf<Item>(items: readonly Item[], nameOf: (item: Item) => string, name: string | null): Item {
  const item = items.find((each) => nameOf(each) === name) ?? items[0];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

/** The example of the product, told by one of the seeded municipalities: of two of its services. */
export function tellSample({ organisation, wording, language, channel }: Sample): Telling {
  return sampleTelling(wording, {
    sender: { ...organisation, id: '00000000-0000-7000-8000-000000000003' as OrganisationId },
    origin: `http://${organisation.host}`,
    services: services.flatMap((service) => toTold(service, organisation.slug)).slice(0, 2),
    language,
    texts: noOwnTexts,
    now: epochMilliseconds(Date.now()),
    channel,
  });
}

function toTold({ slug, name, offers, bring, privacy }: ServiceContent, at: OrganisationSlug): ToldService[] {
  const offer = offers[at];
  if (offer === undefined) return [];
  const { retentionDays } = privacy;
  return [{ slug, name, feeCents: offer.feeCents, retentionDays, requirements: bring }];
}
