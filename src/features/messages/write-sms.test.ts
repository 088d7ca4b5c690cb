import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { addMinutes, epochMilliseconds } from '#journey/time.ts';
import { exampleTelling } from './example-telling.ts';
import { countSmsParts, toGsmText } from './sms-text.ts';
import { writeSms } from './write-sms.ts';

// A Wednesday in September: the longest date in every language; the longest host that we know of.
const startAt = epochMilliseconds(Date.parse('2026-09-23T20:40Z'));
const cases = (['confirmation', 'reminder', 'cancellation'] as const).flatMap((kind) =>
  languages.flatMap((language) => (['u', 'je'] as const).map((form) => [kind, language, form] as const)),
);

describe.each(cases)('the text message for a %s in %s (%s)', (kind, language, formOfAddress) => {
  const telling = exampleTelling({
    sender: { formOfAddress, name: 'Gemeente Sint-Genesius-Rode' },
    appointment: { language, startAt, phraseWords: ['vergeet-mij-niet', 'vuurtorenwachter'] },
  });
  const host = 'https://digitalebalie.sint-genesius-rode.be';
  const text = writeSms(
    kind,
    { ...telling, origin: host, link: `${host}/l/${'t'.repeat(43)}` },
    addMinutes(startAt, -24 * 60),
  );

  test('fits in two parts of the plain alphabet', () => {
    expect(toGsmText(text)).toBe(text);
    expect(text).not.toMatch(/[?{}]/);
    expect(countSmsParts(text)).toBeLessThanOrEqual(2);
  });

  test('has the phrase and one link that ends its line, and names no person and no service', () => {
    expect(text).toContain('vergeet-mij-niet vuurtorenwachter');
    const links = [...text.matchAll(/https:\S+/g)].map(([link]) => link);
    expect(links).toEqual([kind === 'cancellation' ? `${host}/` : `${host}/l/${'t'.repeat(43)}`]);
    expect(text).toContain(`${links[0]}\n`);
    expect(text).not.toMatch(/Sofie|Daele|advies/i);
  });
});
