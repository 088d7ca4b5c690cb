import { createTranslator } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#journey/language.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { BookedAppointment } from '../booked.data.ts';
import { AppointmentSheet } from './appointment-sheet.tsx';

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });
const photo = (reason: string) => ({ title: everywhere('Een foto'), reason: everywhere(reason) });
const paspoort = { name: everywhere('Paspoort'), requirements: [photo('Ze komt op het paspoort.')] };

function print(changes: Partial<BookedAppointment>, language: Language = 'nl'): string {
  const catalogue = { locale: language, messages: loadMessages(language, 'u') };
  const startAt = Date.parse('2026-11-24T09:40Z');
  const booked = {
    reference: '7K2M-QX4D',
    startAt,
    endAt: startAt + 20 * 60_000,
    channel: 'counter',
    language,
    citizenName: 'Maria Peeters',
    phraseWords: ['klaver', 'brug'],
    services: [paspoort],
    location: null,
    actsFor: null,
    needsInterpreter: false,
    ...changes,
  } as BookedAppointment;
  return renderToStaticMarkup(
    <AppointmentSheet
      booked={booked}
      code="AAAAA-BBBBB"
      organisation={{
        name: 'Leiebeke',
        host: 'leiebeke.localhost:4000',
        phone: '09 555 01 20',
        timeZone: 'Europe/Brussels',
        formOfAddress: 'u',
      }}
      t={createTranslator({ ...catalogue, namespace: 'sheet' })}
      preparation={createTranslator({ ...catalogue, namespace: 'preparation' })}
    />,
  );
}

describe('the sheet', () => {
  test('says how long it takes, and where the code is typed', () => {
    expect(print({})).toContain('ongeveer 20 minuten');
    expect(print({})).toContain('leiebeke.localhost:4000/code');
  });

  test('speaks of waiting and testing only where there is a waiting room', () => {
    expect(print({ channel: 'video' })).toContain('wachten, testen, verplaatsen en annuleren');
    for (const channel of ['counter', 'phone'] as const)
      expect(print({ channel })).toContain('uw afspraak bekijken, verplaatsen en annuleren');
  });

  test('asks for the proof of who acts for somebody else, and for the same thing once', () => {
    const sheet = print({ actsFor: 'company', services: [paspoort, paspoort] });
    expect(sheet).toContain('<b>Uw identiteitskaart en een volmacht</b>');
    expect(sheet).toContain('U komt voor een bedrijf.');
    expect(sheet.match(/<li/g)).toHaveLength(2);
    expect(print({}).match(/<li/g)).toHaveLength(1);
  });

  test('says why each thing is needed, every reason once', () => {
    const identityCard = { name: everywhere('Kaart'), requirements: [photo('Ze komt op de kaart.')] };
    const sheet = print({ services: [paspoort, identityCard, paspoort] });
    expect(sheet.match(/Een foto/g)).toHaveLength(1);
    expect(sheet.match(/Ze komt op het paspoort\./g)).toHaveLength(1);
    expect(sheet.match(/Ze komt op de kaart\./g)).toHaveLength(1);
  });

  test.each(languages)('notes an interpreter in %s, only for who needs one', (language) => {
    const noted = createTranslator({ locale: language, messages: loadMessages(language, 'u') })(
      'preparation.interpreter.noted',
    ).replaceAll("'", '&#x27;');
    expect(print({ needsInterpreter: true }, language)).toContain(noted);
    expect(print({}, language)).not.toContain(noted);
  });
});
