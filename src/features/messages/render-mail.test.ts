import { describe, expect, test } from 'vitest';
import { addMinutes } from '#journey/time.ts';
import { renderAppointmentMail } from '../../../emails/appointment-mail.ts';
import { exampleStartAt, exampleTelling, exampleTheme } from './example-telling.ts';
import { renderMail } from './render-mail.ts';
import { writeMail } from './write-mail.ts';

const pictures = { mark: 'mark@leiebeke.example', facade: 'facade@leiebeke.example' };
const now = addMinutes(exampleStartAt, -24 * 60);
const kinds = ['confirmation', 'reminder', 'moved', 'cancellation', 'missed', 'delayed'] as const;
const languages = ['nl', 'fr', 'en', 'de'] as const;

/** What lists of mails show is filled up with spaces that nobody sees, as many as the text leaves room for. */
const withoutFiller = (html: string) =>
  html.replace(/(?:\u00a0|\u200b|\u200c|\u200d|\u200e|\u200f|\ufeff|\u034f){4,}/g, '');

describe('a mail that is filled in', () => {
  test.each(kinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
    'is the one that is set out for itself: %s in %s',
    async (kind, language) => {
      for (const citizenName of ['Sofie Van Daele', 'Zoë & <b>“Jan”</b> "O\'Neill"', '\ue0000\ue001']) {
        const appointment = { citizenName, language, reference: `${citizenName.length}-X` as never };
        const content = writeMail(kind, exampleTelling({ appointment }), now);
        const filled = await renderMail(content, exampleTheme, pictures);
        const whole = await renderAppointmentMail(content, exampleTheme, pictures);
        expect(withoutFiller(filled)).toBe(withoutFiller(whole.replace(/[\ue000\ue001]/g, '')));
      }
    },
  );

  test('has the parts and lines of its own content, also when another one was filled in before', async () => {
    const content = writeMail('confirmation', exampleTelling(), now);
    const others = [
      { ...content, note: null },
      { ...content, sections: content.sections.slice(1) },
      {
        ...content,
        facts: content.facts.map((fact) => ({ ...fact, value: `${fact.value}\n\nnog een <i>` })),
      },
      { ...content, title: '' },
    ];
    for (const other of [content, ...others, content]) {
      expect(withoutFiller(await renderMail(other, exampleTheme, pictures))).toBe(
        withoutFiller(await renderAppointmentMail(other, exampleTheme, pictures)),
      );
    }
  });
});
