import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { addMinutes } from '#journey/time.ts';
import { renderAppointmentMail } from '../../../emails/appointment-mail.ts';
import { renderPlainText } from '../../../emails/plain-text.ts';
import { defaultTemplate } from './default-words.ts';
import { exampleStartAt, exampleTelling, exampleTheme } from './example-telling.ts';
import { allowedVariables, fillIn, namedVariables, variableNames } from './message-variables.ts';
import {
  type OwnTexts,
  ownTextKey,
  storedPart,
  type WordedPart,
  type Wording,
  wordedParts,
  wordings,
} from './own-texts.ts';
import { measureSms } from './sms-text.ts';
import type { ToldAppointment } from './told.ts';
import { writeMail } from './write-mail.ts';
import { writeSms } from './write-sms.ts';

const dayBefore = addMinutes(exampleStartAt, -24 * 60);
const allWordings = Object.keys(wordings) as Wording[];

function say(
  wording: Wording,
  channel: 'email' | 'sms',
  words: Partial<Record<WordedPart, string>>,
): OwnTexts {
  return new Map(
    Object.entries(words).map(([part, text]) => [
      ownTextKey(wordings[wording].kind, channel, 'nl', storedPart(wording, part as WordedPart)),
      text,
    ]),
  );
}

describe('the own words of a municipality', () => {
  test('stand in the place of the product’s in a mail, part by part', async () => {
    const texts = say('confirmation', 'email', {
      subject: '{organisation} wacht op u: {moment}',
      intro: 'Eerste regel voor {service}.\nTweede regel.',
    });
    const content = writeMail('confirmation', exampleTelling({ texts }), dayBefore);
    expect(content.subject).toBe('Stad Leiebeke wacht op u: dinsdag 24 november, 10.40 uur');
    expect(content.title).toBe('Uw afspraak staat vast');
    expect(renderPlainText(content)).toContain('\n\nEerste regel voor Sociaal advies.\nTweede regel.\n\n');
    const page = await renderAppointmentMail(content, exampleTheme, { mark: 'a', facade: 'b' });
    expect(page).toMatch(/Eerste regel voor Sociaal advies\.<br\/?>Tweede regel\./);
  });

  test('are said in their own language, of their own kind, and of whoever cancelled', () => {
    const texts = say('cancellationByStaff', 'email', { title: 'Wij zijn er niet' });
    const title = (appointment: Partial<ToldAppointment>) =>
      writeMail(
        'cancellation',
        exampleTelling({ texts, appointment: { state: 'cancelled', ...appointment } }),
        dayBefore,
      ).title;
    expect(title({ cancelledBy: 'staff' })).toBe('Wij zijn er niet');
    expect(title({ cancelledBy: 'citizen' })).toBe('Uw afspraak is geannuleerd');
    expect(title({ cancelledBy: 'staff', language: 'en' })).not.toBe('Wij zijn er niet');
  });

  test('are never read as HTML', async () => {
    const texts = say('confirmation', 'email', { note: '<b>Let op</b> & <script>x</script>' });
    const content = writeMail('confirmation', exampleTelling({ texts }), dayBefore);
    const page = await renderAppointmentMail(content, exampleTheme, { mark: 'a', facade: 'b' });
    expect(page).toContain('&lt;b&gt;Let op&lt;/b&gt; &amp; &lt;script&gt;x&lt;/script&gt;');
    expect(page).not.toContain('<script');
  });

  test('stay in the plain alphabet of SMS as long as that loses nothing', () => {
    const texts = say('reminder', 'sms', { text: 'L’été: {day}, {moment}. {how} {link} {words}' });
    const text = writeSms('reminder', exampleTelling({ texts }), dayBefore);
    expect(text).toBe(`L'été: morgen, dinsdag 24 november, 10.40 uur. ${exampleTelling().link} klaver brug`);
    expect(measureSms(text).encoding).toBe('GSM-7');
  });

  test('are sent as they are when a sign of them has no plain form', () => {
    const texts = say('reminder', 'sms', { text: 'Tot straks 👋 {link} {words}' });
    const text = writeSms('reminder', exampleTelling({ texts }), dayBefore);
    expect(text).toContain('Tot straks 👋 https://');
    expect(measureSms(text)).toMatchObject({ encoding: 'UCS-2', parts: 2 });
  });
});

describe('the text that an editor begins with', () => {
  const everyPart = allWordings.flatMap((wording) =>
    (['email', 'sms'] as const).flatMap((channel) =>
      wordedParts[channel].flatMap((part) =>
        languages.map((language) => ({ wording, channel, part, language })),
      ),
    ),
  );

  test.each(everyPart)(
    'names only what it may name ($wording, $channel, $part, $language)',
    ({ wording, channel, part, language }) => {
      for (const form of ['u', 'je'] as const) {
        const text = defaultTemplate({ wording, channel, language }, part, form);
        const allowed = allowedVariables(wording, channel, part);
        expect(namedVariables(text).filter((name) => !allowed.some((each) => each === name))).toEqual([]);
        expect(fillIn(text, variableNames)).toBe(text);
      }
    },
  );
});

test('a value with braces is not read again; an empty one takes its space along; an unknown name stays', () => {
  const values = { ...variableNames, organisation: 'Stad {link}', how: '' };
  expect(fillIn('{organisation}: {how} ja {nee}', values)).toBe('Stad {link}: ja {nee}');
});
