import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { waitingRoomOpensMinutesBefore } from '#journey/stages.ts';
import { capitalise, formatDay, formatNearMoment, formatTime } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconCalendarPlus } from '#shared/ui/icons/calendar-plus.ts';
import { iconDoorOpen } from '#shared/ui/icons/door-open.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { iconStore } from '#shared/ui/icons/store.ts';
import { LinkList } from '#shared/ui/link-list.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import type { VisitPage } from '../visit-page.data.ts';
import { AppointmentFacts } from './appointment-facts.tsx';
import { Phrase } from './phrase.tsx';
import type { PageLink, VisitReader } from './reader.ts';

type PrepareStageProps = {
  page: VisitPage;
  reader: VisitReader;
  /** What to bring, and what else can be prepared. */
  bring: ReactNode;
  /** Ways to change the appointment; none for a companion. */
  changes: readonly PageLink[];
};

/** The appointment before its day: when, what to lay ready, the test, and the ways out. Complete without script. */
export async function PrepareStage({ page, reader, bring, changes }: PrepareStageProps) {
  const t = await getTranslations('visit');
  const address = `/a/${page.reference}`;
  const calendar = { href: `${address}/calendar.ics`, text: t('calendar'), icon: iconCalendarPlus };
  return (
    <>
      <Band
        over={page.services.map(({ name }) => reader.say(name)).join(', ')}
        title={t('titles.prepare')}
        lead={capitalise(formatNearMoment(page.startAt, reader.style), reader.language)}
      />
      <Columns
        first={<AppointmentFacts page={page} reader={reader} />}
        aside={
          <Card>
            <Phrase words={page.phraseWords} channel={page.channel} phone={reader.phone} />
          </Card>
        }
      >
        <div className="grid gap-9">
          <OnTheDay page={page} reader={reader} />
          {bring}
          {page.channel === 'video' && <TestInvitation page={page} reader={reader} />}
          <LinkList links={[calendar, ...changes]} />
          <Privacy services={page.services} reader={reader} />
        </div>
      </Columns>
    </>
  );
}

/** What happens at the agreed time: a room that opens here, a call, or a visit. */
async function OnTheDay({ page, reader }: Pick<PrepareStageProps, 'page' | 'reader'>) {
  const [t, changes] = await Promise.all([getTranslations('visit.prepare'), getTranslations('changes.day')]);
  const time = formatTime(page.startAt, reader.style);
  if (page.channel === 'phone') {
    const known = page.phoneEnding === null ? 'no' : 'yes';
    return (
      <Notice kind="info" icon={iconPhone} title={changes('phone.title', { time })}>
        {changes('phone.text', { known, ending: page.phoneEnding ?? '' })}
      </Notice>
    );
  }
  if (page.channel === 'counter') {
    const address = page.counterAddress ?? reader.address;
    return (
      <Notice kind="info" icon={iconStore} title={changes('counter.title', { time, address })}>
        {changes('counter.text', { reference: page.reference })}
      </Notice>
    );
  }
  const opensAt = page.startAt - waitingRoomOpensMinutesBefore * 60_000;
  return (
    <Notice kind="info" icon={iconDoorOpen} title={t('opens', { time: formatTime(opensAt, reader.style) })}>
      {t('opensText')}
    </Notice>
  );
}

async function TestInvitation({ page, reader }: Pick<PrepareStageProps, 'page' | 'reader'>) {
  const t = await getTranslations('visit.test');
  const last = page.deviceTest;
  return (
    <section aria-labelledby="test">
      <h2 id="test">{t('title')}</h2>
      {last === null ? (
        <p className="mt-2">{t('text')}</p>
      ) : (
        <Notice className="mt-3" kind={last.verdict === 'good' ? 'ok' : 'warn'}>
          {t(`${last.verdict}`, { day: formatDay(last.testedAt, reader.style) })}
        </Notice>
      )}
      <ButtonLink look="secondary" href={`/a/${page.reference}/test`} className="mt-4 w-full sm:w-auto">
        {last === null ? t('action') : t('again')}
      </ButtonLink>
    </section>
  );
}

async function Privacy({ services, reader }: { services: VisitPage['services']; reader: VisitReader }) {
  const t = await getTranslations('visit.privacy');
  return (
    <section aria-labelledby="privacy" className="border-t border-line pt-6">
      <h2 id="privacy" className="text-h3">
        {t('title')}
      </h2>
      <p className="mt-2">{t('text')}</p>
      <LinkList
        className="mt-2"
        links={services.map(({ slug, name }) => ({
          href: `/services/${slug}/privacy`,
          text: t('link', { service: reader.say(name) }),
          icon: iconShieldCheck,
        }))}
      />
    </section>
  );
}
