import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { addMinutes } from '#journey/time.ts';
import { renderAppointmentMail } from '../../../emails/appointment-mail.ts';
import type { MailContent } from '../../../emails/mail-content.ts';
import { renderPlainText } from '../../../emails/plain-text.ts';
import { exampleStartAt, exampleTelling, exampleTheme } from './example-telling.ts';
import type { ToldAppointment } from './told.ts';
import { writeMail } from './write-mail.ts';

const kinds = [
  'confirmation',
  'reminder',
  'moved',
  'earlierTime',
  'missed',
  'cancellation',
  'delayed',
  'escalation',
  'companionLink',
  'companionMoved',
  'companionOff',
] as const;
const states = { cancellation: 'cancelled', missed: 'missed' } as const;
const offer = {
  startAt: addMinutes(exampleStartAt, -30),
  createdAt: addMinutes(exampleStartAt, -25 * 60),
  expiresAt: addMinutes(exampleStartAt, -23 * 60),
};
const dayBefore = addMinutes(exampleStartAt, -24 * 60);
const pictures = { mark: 'mark@host', facade: 'facade@host' };
const html = (content: MailContent) => renderAppointmentMail(content, exampleTheme, pictures);

/** Every string of the content, wherever it stands. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

const readable = (page: string) =>
  page
    .replace(/<(style|title)\b.*?<\/\1>/gs, '')
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const cases = kinds.flatMap((kind) =>
  languages.flatMap((language) => (['u', 'je'] as const).map((form) => [kind, language, form] as const)),
);

describe.each(cases)('the %s in %s (%s)', (kind, language, formOfAddress) => {
  const state = kind === 'cancellation' || kind === 'missed' ? states[kind] : 'booked';
  const telling = exampleTelling({ sender: { formOfAddress }, appointment: { language, state, offer } });
  const content = writeMail(kind, telling, dayBefore);

  test('says everything, with every value filled in', () => {
    for (const text of stringsIn(content)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|(messages|mail)\.\w/);
    }
    expect(content.subject).toMatch(/24.+10/);
  });

  test('is the same in HTML and in text, with every address', async () => {
    const page = await html(content);
    const shown = readable(page);
    const plain = readable(renderPlainText(content));
    const { language: _, subject, preview, label, product, ...body } = content;
    for (const text of stringsIn(body)) {
      if (text.startsWith('http')) expect(page).toContain(`href="${text}"`);
      else expect(shown).toContain(readable(text));
      expect(plain).toContain(readable(text));
    }
    for (const text of [preview, label, product]) expect(shown).toContain(readable(text));
    expect(page).toContain(`<title>${subject}</title>`);
  });

  test('fetches nothing, runs nothing, and says its language', async () => {
    const page = await html(content);
    expect(page).toContain(`<html dir="ltr" lang="${language}"`);
    expect(page).not.toMatch(/<script|javascript:|<svg|@import|url\(|\son\w+=/i);
    const sources = [...page.matchAll(/\ssrc="([^"]*)"/g)].map(([, source]) => source);
    expect(sources).toEqual(['cid:mark@host', 'cid:facade@host']);
  });
});

describe.each(languages)('word of an answer in %s', (language) => {
  test('carries nothing of what was asked, and the link', () => {
    const appointment = { language, state: 'completed', hasAnswer: true } as const;
    const { footer, ...mail } = writeMail('questionAnswered', exampleTelling({ appointment }), dayBefore);
    for (const text of stringsIn({ footer, ...mail })) expect(text).not.toMatch(/[{}]|undefined|messages\./);
    expect(JSON.stringify(mail)).not.toMatch(/advies/i);
    expect(mail.facts).toHaveLength(2);
    expect(mail.actions.map(({ url }) => url)).toEqual([exampleTelling().link]);
    expect(mail.sections.flatMap(({ words }) => words ?? [])).toEqual(['klaver', 'brug']);
  });
});

describe('a mail', () => {
  test('says "u" or "je" as the municipality does', () => {
    const title = (formOfAddress: 'u' | 'je') =>
      writeMail('confirmation', exampleTelling({ sender: { formOfAddress } }), dayBefore).title;
    expect(title('u')).toBe('Uw afspraak staat vast');
    expect(title('je')).toBe('Je afspraak staat vast');
  });

  test('repeats the recognition phrase, whatever it is about', () => {
    for (const kind of kinds) {
      const { sections } = writeMail(kind, exampleTelling(), dayBefore);
      expect(sections.flatMap(({ words }) => words ?? [])).toEqual(['klaver', 'brug']);
    }
  });

  test('that reminds says how near the day is when it is sent', () => {
    const subject = (minutesBefore: number) =>
      writeMail('reminder', exampleTelling(), addMinutes(exampleStartAt, -minutesBefore)).subject;
    expect(subject(24 * 60)).toBe('Morgen hebt u een afspraak: dinsdag 24 november, 10.40 uur');
    expect(subject(60)).toBe('Vandaag hebt u een afspraak: dinsdag 24 november, 10.40 uur');
  });

  test('that tells of a delay names both times, and the day only where it is not today', () => {
    const appointment = { toldStartAt: addMinutes(exampleStartAt, 25) };
    const subject = (minutesBefore: number) =>
      writeMail('delayed', exampleTelling({ appointment }), addMinutes(exampleStartAt, -minutesBefore))
        .subject;
    expect(subject(30)).toBe('Uw afspraak begint rond 11.05 uur in plaats van 10.40 uur');
    expect(subject(24 * 60)).toBe(
      'Uw afspraak begint rond dinsdag 24 november, 11.05 uur in plaats van 10.40 uur',
    );
  });

  test('that tells of a change says what was agreed before, where that was another time', () => {
    const former = (formerStartAt: typeof exampleStartAt | null) =>
      writeMail('moved', exampleTelling({ formerStartAt }), dayBefore).facts.find(
        ({ label }) => label === 'Was',
      );
    expect(former(addMinutes(exampleStartAt, -60))?.value).toBe('dinsdag 24 november, 09.40 uur');
    expect(former(null)).toBeUndefined();
  });

  test.each(['confirmation', 'moved', 'reminder', 'delayed', 'escalation'] as const)(
    'that is a %s can be answered: they will be there, or want to move it',
    (kind) => {
      const { actions } = writeMail(kind, exampleTelling(), dayBefore);
      const { link } = exampleTelling();
      for (const [label, answer] of [
        ['Ik zal er zijn', 'coming'],
        ['Ik wil de afspraak verplaatsen', 'move'],
      ] as const)
        expect(actions).toContainEqual({ label, url: `${link}?answer=${answer}` });
    },
  );

  test.each(['confirmation', 'reminder', 'moved'] as const)(
    'that is a %s says how it takes place: the camera, the number that is called, or the address of the counter',
    (kind) => {
      const location = { streetLine: 'Kerkstraat 1', postalCode: '9800', city: 'Deinze' };
      const at = (appointment: Partial<ToldAppointment>) =>
        JSON.stringify(writeMail(kind, exampleTelling({ appointment }), dayBefore));
      expect(at({ channel: 'video' })).toContain('?answer=test');
      for (const channel of ['phone', 'counter'] as const) {
        expect(at({ channel })).not.toMatch(/\/test|camera|video|wachtkamer/);
      }
      expect(at({ channel: 'phone' })).toContain('Wij bellen u op 0470\u00a012\u00a034\u00a056.');
      expect(at({ channel: 'phone', phone: null })).toContain('Wij bellen u op het nummer dat u gaf.');
      expect(at({ channel: 'counter' })).toContain('aan het loket: Graanmarkt 4, 9899 Leiebeke');
      expect(at({ channel: 'counter', location })).toContain('aan het loket: Kerkstraat 1, 9800 Deinze');
    },
  );

  test('of staff who cancelled says sorry, and how to book again; of the citizen, neither', () => {
    const by = (cancelledBy: 'citizen' | 'staff') =>
      writeMail(
        'cancellation',
        exampleTelling({ appointment: { state: 'cancelled', cancelledBy } }),
        dayBefore,
      );
    expect(by('staff').title).toBe('Sorry, uw afspraak gaat niet door');
    expect(by('staff').note).toContain('Een medewerker annuleerde deze afspraak.');
    expect(by('citizen').title).toBe('Uw afspraak is geannuleerd');
    for (const { actions } of [by('staff'), by('citizen')])
      expect(actions[0]?.url).toBe('https://balie.leiebeke.example/services/sociaal-advies');
  });

  test('that offers an earlier time says which, until when, and what is agreed now', () => {
    const mail = writeMail('earlierTime', exampleTelling({ appointment: { offer } }), dayBefore);
    expect(mail.subject).toBe('Er is een vroeger moment vrij: dinsdag 24 november, 10.10 uur');
    expect(mail.facts.slice(0, 2).map(({ value }) => value)).toEqual([
      'dinsdag 24 november, 10.10 uur',
      'dinsdag 24 november, 10.40 uur',
    ]);
    expect(mail.facts[0]?.note).toContain('maandag 23 november, 11.40 uur');
  });

  test('names every service of the appointment', () => {
    const [first] = exampleTelling().appointment.services;
    if (first === undefined) throw new Error('the example has a service');
    const name = { nl: 'Rijbewijs', fr: 'Permis', en: 'Licence', de: 'Schein' };
    const telling = exampleTelling({ appointment: { services: [first, { ...first, name }] } });
    const what = writeMail('moved', telling, dayBefore).facts[1]?.value;
    expect(what).toMatch(/^Sociaal advies, .+\nRijbewijs, /);
    const both = [first, { ...first, slug: 'rijbewijs', name }];
    const missed = exampleTelling({ appointment: { state: 'missed', services: both } });
    expect(writeMail('missed', missed, dayBefore).actions[0]?.url).toMatch(
      /\/services\/sociaal-advies\?with=rijbewijs$/,
    );
  });

  test('asks for the proof of who acts for somebody else first, and says why', () => {
    const prepare = (appointment: Partial<ToldAppointment>) =>
      writeMail('reminder', exampleTelling({ appointment }), dayBefore).sections[0];
    expect(prepare({ actsFor: null })?.items?.map(({ title }) => title)).toEqual(['De kaart']);
    expect(prepare({ actsFor: 'company' })?.items).toEqual([
      {
        title: 'Uw identiteitskaart en een volmacht',
        reason: expect.stringMatching(/^U komt voor een bedrijf\. /),
      },
      { title: 'De kaart', reason: 'Daarom.' },
    ]);
    expect(prepare({ actsFor: 'child', services: [] })?.items).toHaveLength(1);
  });

  test.each(['confirmation', 'reminder', 'moved', 'delayed', 'escalation'] as const)(
    'that is a %s says that an interpreter is noted, only to who needs one',
    (kind) => {
      const labels = (appointment: Partial<ToldAppointment>) =>
        writeMail(kind, exampleTelling({ appointment }), dayBefore).facts.map(({ label }) => label);
      expect(labels({ needsInterpreter: true })).toContain('Tolk');
      expect(labels({})).not.toContain('Tolk');
    },
  );

  test('shows what somebody typed as text', async () => {
    const citizenName = '<img src=x onerror=alert(1)> & <b>Sofie</b>';
    const page = await html(
      writeMail('confirmation', exampleTelling({ appointment: { citizenName } }), dayBefore),
    );
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &lt;b&gt;Sofie&lt;/b&gt;');
    expect(page).not.toContain('<img src=x');
  });

  test('asks for a thing once when two services need it', () => {
    const [service] = exampleTelling().appointment.services;
    if (service === undefined) throw new Error('the example has a service');
    const telling = exampleTelling({ appointment: { services: [service, service] } });
    const prepare = writeMail('confirmation', telling, dayBefore).sections[0];
    expect(prepare?.items).toHaveLength(1);
  });
});
