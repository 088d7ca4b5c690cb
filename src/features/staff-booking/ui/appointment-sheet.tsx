import type { FormOfAddress } from '#journey/language.ts';
import { localize } from '#journey/language.ts';
import { capitalise, formatMoment } from '#shared/i18n/format-moment.ts';
import type { BookedAppointment } from '../booked.data.ts';

type SheetProps = {
  readonly booked: BookedAppointment;
  readonly code: string;
  readonly organisation: {
    readonly name: string;
    readonly host: string;
    readonly phone: string;
    readonly timeZone: string;
    readonly formOfAddress: FormOfAddress;
  };
  /** The words in the citizen's language, which need not be the clerk's. */
  readonly t: SheetWords;
};

type SheetKey =
  | ('title' | 'when' | 'what' | 'how' | 'bring' | 'phrase' | 'phraseText' | 'code' | 'codeText' | 'change')
  | `channels.${BookedAppointment['channel']}`;
type SheetWords = (key: SheetKey, values?: Record<string, string>) => string;

/** An appointment on paper: all that a mail would have said. */
export function AppointmentSheet({ booked, code, organisation, t }: SheetProps) {
  const { language, services, location, phraseWords } = booked;
  const style = { language, timeZone: organisation.timeZone };
  const say = (text: Parameters<typeof localize>[0]) => localize(text, language, organisation.formOfAddress);
  const toBring = services.flatMap(({ requirements }) => requirements.map(({ title }) => say(title)));
  const place = location && `${say(location.name)}, ${location.address}`;
  const rows = [
    [t('when'), capitalise(formatMoment(booked.startAt, style), language)],
    [t('what'), services.map(({ name }) => say(name)).join(', ')],
    [t('how'), [t(`channels.${booked.channel}`), place].filter(Boolean).join(', ')],
  ] as const;
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
        {rows.map(([term, detail]) => (
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
            {toBring.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-5 text-[1.25rem]">{t('code')}</h3>
      <p className="code mt-1 text-[1.75rem] leading-9 font-bold tracking-[0.12em]">{code}</p>
      <p>{t('codeText', { address: `${organisation.host}/code` })}</p>
      <h3 className="mt-5 text-[1.25rem]">{t('phrase')}</h3>
      <p className="mt-1 text-[1.375rem] font-bold">{phraseWords.join(' ')}</p>
      <p>{t('phraseText')}</p>
      <p className="mt-5">{t('change', { phone: organisation.phone, reference: booked.reference })}</p>
    </article>
  );
}
