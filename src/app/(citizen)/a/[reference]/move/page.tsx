import { getTranslations } from 'next-intl/server';
import type { ChangeableAppointment } from '#features/changes/changeable.data.ts';
import { chooseMoment, type MomentChoice } from '#features/scheduling/choose-moment.ts';
import { findOfferedDays } from '#features/scheduling/find-times.ts';
import type { OfferedDay } from '#features/scheduling/offered-times.ts';
import { ChosenMoment } from '#features/scheduling/ui/chosen-moment.tsx';
import { MomentForm, momentFormId } from '#features/scheduling/ui/moment-form.tsx';
import { capitalise, formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { iconArrowRight } from '#shared/ui/icons/arrow-right.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { StickyChoice } from '#shared/ui/sticky-choice.tsx';
import { clock } from '../../../../../wiring.ts';
import { currentReader } from '../../../../current-reader.ts';
import { currentOrganisation } from '../../../../current-request.ts';
import { CitizenPage } from '../../../citizen-page.tsx';
import { type Query, readQuery } from '../../../read-query.ts';
import { writeAddress } from '../../../wish-address.ts';
import { type ChangePageProps, headOf, TooLatePage } from '../change-page.tsx';
import { homeOf, requireChange } from '../current-change.ts';
import { readWishedChange, type WishedChange } from '../wished-change.ts';

export const generateMetadata = headOf('move');

/** Days and times to choose from instead of the agreed one, which stays until another one is certain. */
export default async function MovePage({ params, searchParams }: ChangePageProps) {
  const [{ reference }, query, { style }, t, common] = await Promise.all([
    params,
    searchParams,
    currentReader(),
    getTranslations('changes.move'),
    getTranslations('common'),
  ]);
  const { appointment, may } = await requireChange(reference);
  const home = homeOf(reference);
  if (may !== 'change') return <TooLatePage path={`${home}/move`} why={may} home={home} />;
  const wished = await readWishedChange(appointment, query);
  const choice = await readChoice(appointment, wished, query);
  const lead = t('lead', { moment: formatNearMoment(appointment.startAt, style) });
  return (
    <CitizenPage
      path={writeAddress(`${home}/move`, wished.fields)}
      bottom={choice?.chosen && <Chosen choice={choice} />}
    >
      <Band title={t('title')} lead={lead} back={{ href: home, text: common('back') }} />
      <Columns>
        {/* A time that is gone is said at the times: one thing at once. */}
        {wished.channel !== undefined && choice?.problem === undefined && (
          <Notice
            kind="info"
            title={t('notThen', { channel: wished.channel })}
            className="mb-6"
            role="status"
          >
            {t('notThenText')}
          </Notice>
        )}
        <Times wished={wished} choice={choice} home={home} />
      </Columns>
    </CitizenPage>
  );
}

type TimesProps = {
  readonly wished: WishedChange;
  readonly choice: MomentChoice | null;
  readonly home: string;
};

async function Times({ wished, choice, home }: TimesProps) {
  const [{ style }, t] = await Promise.all([currentReader(), getTranslations('changes.move')]);
  return (
    <section id="moments" aria-labelledby="moments-title" className="scroll-mt-4">
      <h2 id="moments-title">{t('times')}</h2>
      {choice === null ? (
        <NoTimes />
      ) : (
        <MomentForm
          address={writeAddress(`${home}/move`, wished.fields)}
          fields={wished.fields}
          choice={choice}
          style={style}
          action={`${home}/move/choose`}
        />
      )}
    </section>
  );
}

/** What there is to choose from; null when there are no free times at all. */
async function readChoice(
  { startAt }: ChangeableAppointment,
  { wish, channel }: WishedChange,
  query: Query,
): Promise<MomentChoice | null> {
  const organisation = await currentOrganisation();
  const days = await findOfferedDays(clock, organisation, wish);
  // Its own time is free for it, and no move.
  const offered = channel === undefined ? days?.map((day) => withoutTime(day, startAt)) : days;
  if (offered == null || offered.every(({ full }) => full)) return null;
  return chooseMoment(
    offered,
    readQuery(query, ['from', 'date', 'moment', 'missing']),
    organisation.timeZone,
  );
}

function withoutTime(day: OfferedDay, startAt: number): OfferedDay {
  const others = (times: OfferedDay['morning']) => times.filter((time) => time.startAt !== startAt);
  const rest = {
    morning: others(day.morning),
    afternoon: others(day.afternoon),
    evening: others(day.evening),
  };
  const count = rest.morning.length + rest.afternoon.length + rest.evening.length;
  return { ...day, ...rest, count, full: count === 0 };
}

async function Chosen({ choice }: { choice: MomentChoice }) {
  const [{ style }, t] = await Promise.all([currentReader(), getTranslations('changes.move')]);
  const words =
    choice.moment === undefined
      ? t('nothingChosen')
      : capitalise(formatNearMoment(choice.moment, style), style.language);
  return (
    <StickyChoice title={<ChosenMoment name="moment" initial={words} />}>
      <Button type="submit" form={momentFormId} iconAfter={iconArrowRight}>
        {t('next')}
      </Button>
    </StickyChoice>
  );
}

async function NoTimes() {
  const [{ phone }, t] = await Promise.all([currentOrganisation(), getTranslations('changes.move.none')]);
  return (
    <Notice kind="info" title={t('title')} className="mt-4">
      {t('text', { phone })}
    </Notice>
  );
}
