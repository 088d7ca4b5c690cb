import type { ActsFor } from '#journey/acts-for.ts';
import { type FormOfAddress, type LocalizedText, localize } from '#journey/language.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import type { BookedAppointment } from '../booked.data.ts';

type SheetProps = {
  readonly booked: BookedAppointment;
  readonly code: string;
  readonly organisation: {
    readonly name: string;
    /** As it is typed into a browser: with the port, where there is one. */
    readonly host: string;
    readonly phone: string;
    readonly timeZone: string;
    readonly formOfAddress: FormOfAddress;
  };
  /** The words in the citizen's language, which need not be the clerk's. */
  readonly t: SheetWords;
  readonly preparation: PreparationWords;
};

type SheetKey =
  | ('title' | 'when' | 'duration' | 'minutes' | 'what' | 'how' | 'bring')
  | ('phrase' | 'phraseText' | 'code' | 'codeText' | 'change')
  | `channels.${BookedAppointment['channel']}`;
type SheetWords = (key: SheetKey, values?: Record<string, string | number>) => string;
type PreparationWords = (
  key: `interpreter.${'term' | 'noted'}` | `mandate.${ActsFor}.${'title' | 'reason'}`,
) => string;

/** An appointment on paper: all that a mail would have said. */
export function AppointmentSheet(props: SheetProps) {
  const { booked, code, organisation, t } = props;
  const { channel, language } = booked;
  const toBring = listThingsToBring(props);
  return (
    <article
      lang={language}
      // Paper is white, whatever the screen is.
      data-theme="light"
      className="mt-5 max-w-text rounded-lg bg-surface p-8 text-[1.125rem] leading-7 text-ink print:m-0 print:max-w-none print:p-0"
    >
      <p className="font-semibold">{organisation.name}</p>
      <h2 className="mt-1 text-[1.75rem] leading-9">{t('title', { name: booked.citizenName })}</h2>
      <dl className="mt-4 grid gap-2">
        {listFacts(props).map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="font-bold">{detail}</dd>
          </div>
        ))}
      </dl>
      {toBring.length > 0 && (
        <>
          <h3 className="mt-5 text-[1.25rem]">{t('bring')}</h3>
          <ul className="ml-6 list-disc">
            {toBring.map(({ title, reasons }) => (
              <li key={title} className="print:break-inside-avoid">
                <b>{title}</b>
                {reasons.map((reason) => (
                  <span key={reason} className="block">
                    {reason}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-5 text-[1.25rem]">{t('code')}</h3>
      <p className="code mt-1 text-[1.75rem] leading-9 font-bold tracking-[0.12em]">{code}</p>
      <p>{t('codeText', { address: `${organisation.host}/code`, channel })}</p>
      <h3 className="mt-5 text-[1.25rem]">{t('phrase')}</h3>
      <p className="mt-1 text-[1.375rem] font-bold">{booked.phraseWords.join(' ')}</p>
      <p>{t('phraseText')}</p>
      <p className="mt-5">{t('change', { phone: organisation.phone, reference: booked.reference })}</p>
    </article>
  );
}

function listFacts({
  booked,
  organisation,
  t,
  preparation,
}: SheetProps): readonly (readonly [string, string])[] {
  const { language, services, location, startAt, endAt } = booked;
  const say = speakerOf(booked, organisation);
  const moment = formatMoment(startAt, { language, timeZone: organisation.timeZone });
  const place = location && `${say(location.name)}, ${location.address}`;
  const interpreter = [preparation('interpreter.term'), preparation('interpreter.noted')] as const;
  return [
    [t('when'), capitalise(moment, language)],
    [t('duration'), t('minutes', { minutes: Math.round((endAt - startAt) / 60_000) })],
    [t('what'), services.map(({ name }) => say(name)).join(', ')],
    [t('how'), [t(`channels.${booked.channel}`), place].filter(Boolean).join(', ')],
    ...(booked.needsInterpreter ? [interpreter] : []),
  ];
}

type Thing = { readonly title: string; readonly reasons: readonly string[] };

/** What proves for whom the citizen acts, then what the services ask for, each with why; the same thing once. */
function listThingsToBring({ booked, organisation, preparation }: SheetProps): readonly Thing[] {
  const { actsFor, services } = booked;
  const say = speakerOf(booked, organisation);
  const proof = actsFor && {
    title: preparation(`mandate.${actsFor}.title`),
    reason: preparation(`mandate.${actsFor}.reason`),
  };
  const required = services.flatMap(({ requirements }) =>
    requirements.map(({ title, reason }) => ({ title: say(title), reason: say(reason) })),
  );
  const byTitle = Map.groupBy([...(proof === null ? [] : [proof]), ...required], ({ title }) => title);
  return [...byTitle].map(([title, things]) => ({
    title,
    reasons: [...new Set(things.map(({ reason }) => reason))].filter((reason) => reason !== ''),
  }));
}

function speakerOf({ language }: BookedAppointment, { formOfAddress }: SheetProps['organisation']) {
  return (text: LocalizedText) => localize(text, language, formOfAddress);
}
