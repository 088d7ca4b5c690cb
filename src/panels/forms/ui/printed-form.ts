import { getTranslations } from 'next-intl/server';
import { checkForm } from '#journey/forms/check-form.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import type { PrintedDocument, PrintedPart } from '#ports/printing.ts';
import { formatMoment, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { markOf } from '../filling.ts';
import { type FormReader, sayAnswer } from '../say-answer.ts';
import type { SentFilling } from '../take-sent-form.ts';

type PrintedFor = FormReader & { readonly style: MomentStyle; readonly organisation: string };

/** What was sent, as it stands on paper, in the words of who reads it. */
export async function describeSentForm(
  { form, content, sentAt }: SentFilling,
  reader: PrintedFor,
): Promise<PrintedDocument> {
  const t = await getTranslations('forms');
  const { say, style, language, organisation } = reader;
  const sentOn = localDateAt(epochMilliseconds(sentAt), style.timeZone);
  const parts = checkForm(form, content.answers, sentOn).flatMap(({ step, rows }): PrintedPart[] => [
    { kind: 'heading', level: 2, text: say(step.title) },
    ...(rows.length === 0 ? [{ kind: 'text' as const, text: t('noRows') }] : []),
    ...rows.flatMap((fields, row): PrintedPart[] => {
      const facts = fields.map(({ field, answer }) => {
        const mark = answer === null ? null : markOf(content, { step, row, field });
        return {
          label: say(field.label),
          text: answer === null ? t('summary.empty') : sayAnswer(field, answer, reader),
          note: mark && t(`marks.${mark}`),
        };
      });
      const title = step.repeats && t('row', { row: say(step.repeats.row), number: row + 1 });
      return [
        ...(title === null ? [] : [{ kind: 'heading' as const, level: 3 as const, text: title }]),
        { kind: 'facts', facts },
      ];
    }),
  ]);
  return {
    language,
    organisation,
    title: say(form.title),
    parts: [{ kind: 'text', text: t('sent.text', { moment: formatMoment(sentAt, style) }) }, ...parts],
    pageWords: (number, total) => t('pdf.page', { number, total }),
    madeAt: sentAt,
  };
}
