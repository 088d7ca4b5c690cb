import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { LocalizedText } from '#journey/language.ts';
import {
  closedThreadDays,
  documentDays,
  openCallbackDays,
  openComplaintDays,
  openLineDays,
  settledCallbackDays,
  settledComplaintDays,
  silentThreadDays,
  textStopDays,
} from '#journey/retention.ts';
import { telHref } from '#shared/tel-href.ts';
import { Card } from '#shared/ui/card.tsx';
import type { PrivacyStatement as Statement } from '../service.ts';
import type { Words } from './service-links.tsx';

/** What of the municipality stands in a statement. */
type Controller = {
  readonly name: string;
  readonly streetLine: string;
  readonly postalCode: string;
  readonly city: string;
  readonly phone: string;
  readonly counterHours: { readonly counter: LocalizedText; readonly phone: LocalizedText };
  readonly privacyContact: {
    readonly officer: { name: LocalizedText; email: string; phone: string; address: string };
    readonly authority: {
      name: LocalizedText;
      address: LocalizedText;
      phone: string;
      website: Readonly<Record<Words['language'], string>>;
    };
  };
};

/** What is asked, why, on which ground, who gets it, how long it is kept, and the citizen's rights (GDPR art. 13). */
export async function PrivacyStatement({ statement, say }: { statement: Statement; say: Words['say'] }) {
  const t = await getTranslations('catalogue.privacy');
  return (
    <div className="grid gap-8">
      <Part title={t('asked')}>
        <List texts={statement.dataAsked.map(say)} />
      </Part>
      <Part title={t('optional.title')}>
        <List
          texts={[
            t('optional.forWhom'),
            t('optional.needs'),
            t('optional.remark'),
            t('optional.documents'),
            t('optional.otherwise'),
          ]}
        />
      </Part>
      <Part title={t('purpose')}>{say(statement.purpose)}</Part>
      <Part title={t('basis')}>{say(statement.lawfulBasis)}</Part>
      <Part title={t('recipients')}>
        <List texts={statement.recipients.map(say)} />
      </Part>
      <Part title={t('retention.title')}>
        <List
          texts={[
            t('retention.text', { days: statement.retentionDays }),
            t('retention.documents', { days: documentDays }),
            t('retention.written', {
              closed: closedThreadDays,
              silent: silentThreadDays,
              line: openLineDays,
            }),
            t('retention.picture'),
            t('retention.chat'),
            t('retention.complaints', { settled: settledComplaintDays, open: openComplaintDays }),
            t('retention.stops', { years: textStopDays / 365 }),
            t('retention.callbacks', { settled: settledCallbackDays, open: openCallbackDays }),
          ]}
        />
      </Part>
      <Part title={t('rights.title')}>
        {t('rights.text')} {t('rights.how')}
      </Part>
    </div>
  );
}

type Props = { readonly organisation: Controller; readonly words: Words };

/** Who is responsible, whom to ask, whom to complain to, and the other ways to the service. */
export async function PrivacyContacts({ organisation, words }: Props) {
  const t = await getTranslations('catalogue.privacy');
  const { say } = words;
  const { officer } = organisation.privacyContact;
  const address = `${organisation.streetLine}, ${organisation.postalCode} ${organisation.city}`;
  return (
    <>
      <Card>
        <Part title={t('controller.title')}>
          <b>{organisation.name}</b>
          <br />
          {address}
        </Part>
      </Card>
      <Card>
        <Part title={t('officer')}>
          <Contact name={say(officer.name)} address={officer.address} phone={officer.phone}>
            <a href={`mailto:${officer.email}`}>{officer.email}</a>
          </Contact>
        </Part>
      </Card>
      <Card>
        <Complaint organisation={organisation} words={words} />
      </Card>
      <Card>
        <Part title={t('other.title')}>
          {t('other.text')}
          <dl className="mt-3 grid gap-2">
            <Hours
              term={t('other.phone')}
              where={organisation.phone}
              hours={say(organisation.counterHours.phone)}
            />
            <Hours term={t('other.counter')} where={address} hours={say(organisation.counterHours.counter)} />
          </dl>
        </Part>
      </Card>
    </>
  );
}

async function Complaint({ organisation, words }: Props) {
  const t = await getTranslations('catalogue.privacy.complaint');
  const { authority } = organisation.privacyContact;
  return (
    <Part title={t('title')}>
      <p className="mb-2">{t('text')}</p>
      <Contact
        name={words.say(authority.name)}
        address={words.say(authority.address)}
        phone={authority.phone}
      >
        <a href={authority.website[words.language]} rel="external">
          {t('website')}
        </a>
      </Contact>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <div className="mt-2">{children}</div>
    </section>
  );
}

function List({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1.5 pl-6">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

type ContactProps = { name: string; address: string; phone: string; children: ReactNode };

function Contact({ name, address, phone, children }: ContactProps) {
  return (
    <address className="grid gap-1 not-italic wrap-anywhere hyphens-auto">
      <b>{name}</b>
      <span>{address}</span>
      <span>
        <a href={telHref(phone)}>{phone}</a>
      </span>
      <span>{children}</span>
    </address>
  );
}

function Hours({ term, where, hours }: { term: string; where: string; hours: string }) {
  return (
    <div>
      <dt className="font-bold">
        {term}: {where}
      </dt>
      <dd>{hours}</dd>
    </div>
  );
}
