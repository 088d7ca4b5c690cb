import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Checklist } from '#shared/ui/checklist.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import { iconMail } from '#shared/ui/icons/mail.ts';
import { iconMessageCircleQuestionMark } from '#shared/ui/icons/message-circle-question-mark.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { CardLinkList } from '#shared/ui/link-list.tsx';
import { listChannels } from '../list-channels.ts';
import type { CatalogueService } from '../service.ts';
import { OnlineAlternativeText } from './online-alternative.tsx';
import { ServiceLinks, type Words } from './service-links.tsx';

/** How many of the services are named first; they come in the order of how often they are asked. */
const mostAskedCount = 6;

type CatalogueProps = { readonly services: readonly CatalogueService[]; readonly words: Words };

/** What the municipality offers, before anybody searched: most asked, themes, and what needs no appointment at all. */
export async function CatalogueHome({
  services,
  words,
  more,
}: CatalogueProps & {
  /** Another way to reach somebody. */
  readonly more: ReactNode;
}) {
  const t = await getTranslations('catalogue');
  const question = services.find(({ isQuestion }) => isQuestion);
  const known = services.filter(({ isQuestion }) => !isQuestion);
  return (
    <>
      <div className="page-width mt-6 lg:mt-12">
        <section aria-labelledby="most-asked">
          <h2 id="most-asked" className="mb-4">
            {t('home.mostAsked')}
          </h2>
          <ServiceLinks services={known.slice(0, mostAskedCount)} words={words} />
        </section>
        {question && <AskAnything slug={question.slug} />}
        {more}
        <section aria-labelledby="themes" className="mt-10 lg:mt-14">
          <h2 id="themes" className="mb-4">
            {t('home.themes')}
          </h2>
          <Themes services={services} words={words} />
        </section>
      </div>
      <Columns className="mt-10 lg:mt-14" aside={<HowItWorks services={services} />}>
        <Online services={services} words={words} />
      </Columns>
    </>
  );
}

async function Online({ services, words }: CatalogueProps) {
  const t = await getTranslations('catalogue.home.online');
  const online = services.filter((service) => service.onlineAlternative !== null);
  if (online.length === 0) return null;
  return (
    <section aria-labelledby="online">
      <h2 id="online">{t('title')}</h2>
      <p className="mt-2 mb-4">{t('lead')}</p>
      {online.map((service) => (
        <Disclosure key={service.slug} title={words.say(service.name)}>
          <OnlineAlternativeText alternative={service.onlineAlternative} say={words.say} />
        </Disclosure>
      ))}
    </section>
  );
}

function Themes({ services, words }: CatalogueProps) {
  const themes = new Map(services.map(({ category }) => [category.slug, category]));
  const namesOf = (slug: string) =>
    services.filter(({ category }) => category.slug === slug).map(({ name }) => words.say(name));
  return (
    <CardLinkList
      links={[...themes.values()].map(({ slug, name, icon }) => ({
        href: `/?category=${slug}`,
        title: words.say(name),
        detail: namesOf(slug).join(', '),
        icon: iconByName(icon),
      }))}
    />
  );
}

/** What happens at the agreed time, on the channels that the services are held on. */
async function HowItWorks({ services }: Pick<CatalogueProps, 'services'>) {
  const t = await getTranslations('catalogue.home.how');
  const channels = listChannels(services);
  const steps = [
    { key: 'choose', title: t('choose'), icon: iconCalendarCheck },
    { key: 'link', title: t('link'), icon: iconMail },
    ...(channels.includes('video') ? [{ key: 'open', title: t('open'), icon: iconVideo }] : []),
    ...(channels.some((channel) => channel !== 'video')
      ? [{ key: 'otherwise', title: t('otherwise'), icon: iconPhone }]
      : []),
  ];
  return (
    <Card as="section" labelledBy="how">
      <h2 id="how">{t('title')}</h2>
      <Checklist className="mt-1 -mb-3" heading="p" items={steps} />
    </Card>
  );
}

/** For whoever cannot find the service, or does not know its name. */
async function AskAnything({ slug }: { slug: string }) {
  const t = await getTranslations('catalogue.home.question');
  return (
    <Card
      as="section"
      labelledBy="question"
      className="mt-6 gap-x-8 sm:flex sm:flex-wrap sm:items-center sm:justify-between lg:mt-8"
    >
      <div className="min-w-0 flex-[1_1_20rem]">
        <h2 id="question">{t('title')}</h2>
        <p className="mt-2">{t('text')}</p>
      </div>
      <div className="mt-4 grid sm:mt-0 sm:min-w-64">
        <ButtonLink href={`/services/${slug}`} look="secondary" icon={iconMessageCircleQuestionMark}>
          {t('action')}
        </ButtonLink>
      </div>
    </Card>
  );
}
