import { epochMilliseconds } from '#journey/time.ts';
import { noOwnTexts, type OwnTexts } from './own-texts.ts';
import type { Sender, Telling, ToldAppointment } from './told.ts';

/** What tests tell about, where they have no database. */

const everywhere = (text: string) => ({ nl: text, fr: text, en: text, de: text });

export const exampleTheme = {
  brand: '#0e5266',
  brandStrong: '#083947',
  brandTint: '#e2eef0',
  onBrand: '#ffffff',
  dark: { brand: '#86cbdb', brandStrong: '#b5e2ec', brandTint: '#1b3a43', onBrand: '#0a2730' },
  radiusPx: 6,
  mark: { viewBox: '0 0 40 40', path: 'M4 36V12h32v24z' },
  facade: { viewBox: '0 0 100 40', path: 'M0 40V20h40v20zM50 40V10h40v30z' },
} as const;

export const exampleStartAt = epochMilliseconds(Date.parse('2026-11-24T09:40Z'));

export function exampleTelling(
  overrides: {
    sender?: Partial<Sender>;
    appointment?: Partial<ToldAppointment>;
    texts?: OwnTexts;
    formerStartAt?: Telling['formerStartAt'];
  } = {},
): Telling {
  return {
    origin: 'https://balie.leiebeke.example',
    link: `https://balie.leiebeke.example/l/${'t'.repeat(43)}`,
    texts: overrides.texts ?? noOwnTexts,
    formerStartAt: overrides.formerStartAt ?? null,
    sender: {
      id: '0193f0a0-0000-7000-8000-000000000001' as Sender['id'],
      host: 'balie.leiebeke.example',
      name: 'Stad Leiebeke',
      formOfAddress: 'u',
      timeZone: 'Europe/Brussels',
      phone: '09 555 01 20',
      streetLine: 'Graanmarkt 4',
      postalCode: '9899',
      city: 'Leiebeke',
      mailFrom: 'Stad Leiebeke <balie@leiebeke.example>',
      smsFrom: 'Leiebeke',
      counterHours: { phone: everywhere('9 - 16') },
      theme: exampleTheme,
      ...overrides.sender,
    },
    appointment: {
      id: '0193f0a0-0000-7000-8000-000000000002' as ToldAppointment['id'],
      reference: '7K2M-QX4D' as ToldAppointment['reference'],
      teamId: '0193f0a0-0000-7000-8000-000000000003' as ToldAppointment['teamId'],
      state: 'booked',
      channel: 'video',
      location: null,
      cancelledBy: null,
      offer: null,
      textsStopped: false,
      turnText: null,
      isProposedOtherwise: false,
      companion: null,
      request: null,
      hasAnswer: false,
      toldStartAt: null,
      heardAt: null,
      actsFor: null,
      needsInterpreter: false,
      startAt: exampleStartAt,
      endAt: epochMilliseconds(exampleStartAt + 15 * 60_000),
      language: 'nl',
      citizenName: 'Sofie Van Daele',
      email: 'sofie@example.org',
      phone: '+32470123456',
      phraseWords: ['klaver', 'brug'],
      calendarSequence: 0,
      services: [
        {
          slug: 'sociaal-advies',
          name: everywhere('Sociaal advies'),
          feeCents: 2550,
          retentionDays: 90,
          requirements: [{ title: everywhere('De kaart'), reason: everywhere('Daarom.') }],
        },
      ],
      ...overrides.appointment,
    },
  };
}
