import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { exampleTelling } from './example-telling.ts';
import { measureSms, toGsmText } from './sms-text.ts';
import type { ToldAppointment } from './told.ts';
import { writeSms } from './write-sms.ts';

// A Wednesday in September: the longest date in every language; the longest host that we know of.
const startAt = epochMilliseconds(Date.parse('2026-09-23T20:40Z'));
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
  'questionAnswered',
  'waitingWord',
  'requestLink',
] as const;
const channels = ['video', 'phone', 'counter'] as const;
const cases = kinds.flatMap((kind) =>
  languages.flatMap((language) => (['u', 'je'] as const).map((form) => [kind, language, form] as const)),
);
const offer = {
  startAt: addMinutes(startAt, -24 * 60),
  createdAt: addMinutes(startAt, -3 * 24 * 60),
  expiresAt: addMinutes(startAt, -2 * 24 * 60),
};

describe.each(cases)('the text message for a %s in %s (%s)', (kind, language, formOfAddress) => {
  const host = 'https://digitalebalie.sint-genesius-rode.be';
  const write = (appointment: Partial<ToldAppointment>) => {
    const telling = exampleTelling({
      sender: { formOfAddress, name: 'Gemeente Sint-Genesius-Rode' },
      appointment: {
        language,
        startAt,
        offer,
        phraseWords: ['vergeet-mij-niet', 'vuurtorenwachter'],
        ...appointment,
      },
    });
    const link = `${host}/l/${'t'.repeat(43)}`;
    return writeSms(kind, { ...telling, origin: host, link }, addMinutes(startAt, -24 * 60));
  };
  const text = write({});
  if (kind === 'requestLink')
    test('fits in two parts with the request in its link', () => {
      const withRequest = text.replace('t'.repeat(43), `${'t'.repeat(43)}?request=${'0'.repeat(36)}`);
      expect(measureSms(withRequest).parts).toBeLessThanOrEqual(2);
    });

  test.each(channels)('fits in two parts of the plain alphabet, whatever the channel (%s)', (channel) => {
    const text = write({ channel });
    expect(toGsmText(text)).toBe(text);
    expect(text).not.toMatch(/[?{}]/);
    expect(measureSms(text).parts).toBeLessThanOrEqual(2);
  });

  test('has the phrase and one link that ends its line, where one leads somewhere, and names no person and no service', () => {
    expect(text).toContain('vergeet-mij-niet vuurtorenwachter');
    const links = [...text.matchAll(/https:\S+/g)].map(([link]) => link);
    const link = kind === 'cancellation' ? `${host}/` : `${host}/l/${'t'.repeat(43)}`;
    expect(links).toEqual(kind === 'companionOff' ? [] : [link]);
    for (const each of links) expect(text).toContain(`${each}\n`);
    expect(text).not.toMatch(/Sofie|Daele|advies/i);
  });
});
