import { getTranslations } from 'next-intl/server';
import { formatMoney } from '#shared/i18n/format-moment.ts';
import { Card } from '#shared/ui/card.tsx';
import { Checklist } from '#shared/ui/checklist.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconCoins } from '#shared/ui/icons/coins.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { iconUserRoundCheck } from '#shared/ui/icons/user-round-check.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { ServiceDetails } from '../service.ts';
import type { Words } from './service-links.tsx';

type PartProps = { readonly service: ServiceDetails; readonly words: Words };
/** At least one service, the one that the page is about in front. */
type PartsProps = { readonly services: readonly ServiceDetails[]; readonly words: Words };

/** Duration, cost, for whom: what one wants to know first. */
export async function ServiceFacts({ services, words }: PartsProps) {
  const t = await getTranslations('catalogue.service');
  const minutes = services.reduce((sum, service) => sum + service.durationMinutes, 0);
  const feeCents = services.reduce((sum, service) => sum + service.feeCents, 0);
  const forWhom = [...new Set(services.map((service) => words.say(service.forWhom)))].join('; ');
  return (
    <Card>
      <FactList
        facts={[
          {
            icon: iconClock4,
            term: t('duration'),
            detail: t('aboutMinutes', { minutes }),
          },
          {
            icon: iconCoins,
            term: t('fee'),
            detail: feeCents === 0 ? t('free') : formatMoney(feeCents, words.language),
          },
          { icon: iconUserRoundCheck, term: t('forWhom'), detail: forWhom },
        ]}
      />
    </Card>
  );
}

/** What happens in the conversation and after it. */
export async function AboutService({ service, words }: PartProps) {
  const t = await getTranslations('catalogue.service');
  return (
    <section aria-labelledby="about-title" className="mt-10">
      <h2 id="about-title">{t('about')}</h2>
      <p className="mt-2">{words.say(service.description)}</p>
    </section>
  );
}

/** What to lay ready, each with the reason; for several services, of each its own. */
export async function BringList({ services, words }: PartsProps) {
  const t = await getTranslations('catalogue.service');
  const asking = services.filter(({ requirements }) => requirements.length > 0);
  if (asking.length === 0) return null;
  return (
    <section aria-labelledby="bring-title">
      <h2 id="bring-title">{t('bring')}</h2>
      {asking.map((service) => (
        <div key={service.slug}>
          {services.length > 1 && <h3 className="mt-4">{words.say(service.name)}</h3>}
          <Checklist
            className="mt-1"
            heading={services.length > 1 ? 'h4' : undefined}
            items={service.requirements.map(({ icon, title, reason }, index) => ({
              key: `${index} ${icon}`,
              icon: iconByName(icon),
              title: words.say(title),
              detail: words.say(reason),
            }))}
          />
        </div>
      ))}
    </section>
  );
}

/** Nothing is recorded; and the way to all that is asked and kept. */
export async function PrivacyNotice({ slug }: { slug: string }) {
  const t = await getTranslations('catalogue.service.privacy');
  return (
    <Notice kind="info" icon={iconShieldCheck} title={t('title')} heading="h2">
      {t('text')} <a href={`/services/${slug}/privacy`}>{t('link')}</a>
    </Notice>
  );
}
