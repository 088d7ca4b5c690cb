import { getTranslations } from 'next-intl/server';
import { formatMoney } from '#shared/i18n/format-moment.ts';
import { Card } from '#shared/ui/card.tsx';
import { Checklist } from '#shared/ui/checklist.tsx';
import { FactList } from '#shared/ui/fact-list.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import { iconClock4, iconCoins, iconShieldCheck, iconUserRoundCheck } from '#shared/ui/icon-shapes.ts';
import { Notice } from '#shared/ui/notice.tsx';
import type { ServiceDetails } from '../service.ts';
import type { Words } from './service-links.tsx';

type PartProps = { readonly service: ServiceDetails; readonly words: Words };

/** Duration, cost, for whom: what one wants to know first. */
export async function ServiceFacts({ service, words }: PartProps) {
  const t = await getTranslations('catalogue.service');
  return (
    <Card>
      <FactList
        facts={[
          {
            icon: iconClock4,
            term: t('duration'),
            detail: t('aboutMinutes', { minutes: service.durationMinutes }),
          },
          {
            icon: iconCoins,
            term: t('fee'),
            detail: service.feeCents === 0 ? t('free') : formatMoney(service.feeCents, words.language),
          },
          { icon: iconUserRoundCheck, term: t('forWhom'), detail: words.say(service.forWhom) },
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

/** What to lay ready, each with the reason. */
export async function BringList({ service, words }: PartProps) {
  const t = await getTranslations('catalogue.service');
  if (service.requirements.length === 0) return null;
  return (
    <section aria-labelledby="bring-title">
      <h2 id="bring-title">{t('bring')}</h2>
      <Checklist
        className="mt-1"
        items={service.requirements.map(({ icon, title, reason }, index) => ({
          key: `${index} ${icon}`,
          icon: iconByName(icon),
          title: words.say(title),
          detail: words.say(reason),
        }))}
      />
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
