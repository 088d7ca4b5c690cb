import { getTranslations } from 'next-intl/server';
import { type HolidayCountry, listPublicHolidays } from '#features/administration/public-holidays.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import { currentReader } from '../../../current-reader.ts';
import { editWords } from '../edit-words.ts';
import { localizedFields } from '../localized-fields.ts';
import { writeDate } from '../write-dates.ts';
import type { Adding, HolidaysView } from './holidays-request.ts';
import { sendClosingDay, sendPublicHolidays } from './send-closing-day.ts';

type AddProps = { readonly view: HolidaysView; readonly adding: Adding };

/** The column in which closing days are added. */
export function AddClosingDays({ view, adding }: AddProps) {
  return adding === 'own' ? <AddOwnDay view={view} /> : <AddCountry view={view} country={adding} />;
}

async function AddOwnDay({ view: { teams, teamSlug, year } }: { view: HolidaysView }) {
  const [t, words, { say }] = await Promise.all([
    getTranslations('admin.holidays'),
    editWords(),
    currentReader(),
  ]);
  const names = await localizedFields({ name: 'name', label: t('name'), text: null });
  return (
    <>
      <h2 className="mb-4 text-[1.25rem] leading-7">{t('addOwn')}</h2>
      <EditForm
        key="own"
        action={sendClosingDay}
        cancelHref={`/admin/holidays?year=${year}`}
        words={words}
        looksAhead
        groups={[
          {
            key: 'day',
            fields: [
              { kind: 'text', type: 'date', name: 'date', label: t('date'), width: 'half', value: '' },
              {
                kind: 'select',
                name: 'team',
                label: t('whom'),
                value: teams.find(({ slug }) => slug === teamSlug)?.id ?? '',
                options: [
                  { value: '', text: t('everybody') },
                  ...teams.map(({ id, name }) => ({ value: id, text: say(name) })),
                ],
              },
              ...names,
            ],
          },
        ]}
      />
    </>
  );
}

async function AddCountry({ view, country }: { view: HolidaysView; country: HolidayCountry }) {
  const [t, words, { say }] = await Promise.all([
    getTranslations('admin.holidays'),
    editWords(),
    currentReader(),
  ]);
  const known = new Set(view.days.filter(({ teamId }) => teamId === null).map(({ date }) => date));
  const holidays = (await listPublicHolidays(country, view.year)).filter(({ date }) => !known.has(date));
  const options = holidays.map(async ({ date, name }) => ({
    value: date,
    text: await writeDate(date),
    hint: say(name),
  }));
  return (
    <>
      <h2 className="mb-4 text-[1.25rem] leading-7">{t(`add${country}`)}</h2>
      {holidays.length === 0 ? (
        <p>{t('allThere')}</p>
      ) : (
        <EditForm
          key={`${country} ${view.year}`}
          action={sendPublicHolidays}
          cancelHref={`/admin/holidays?year=${view.year}`}
          words={words}
          looksAhead
          groups={[
            {
              key: 'days',
              fields: [
                { kind: 'hidden', name: 'country', value: country },
                { kind: 'hidden', name: 'year', value: String(view.year) },
                {
                  kind: 'checks',
                  name: 'dates',
                  label: t('which', { year: String(view.year) }),
                  values: holidays.map(({ date }) => date),
                  options: await Promise.all(options),
                },
              ],
            },
          ]}
        />
      )}
    </>
  );
}
