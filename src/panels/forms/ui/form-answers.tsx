import { getTranslations } from 'next-intl/server';
import type { CheckedStep, ReadField } from '#journey/forms/check-form.ts';
import type { FormField } from '#journey/forms/form-definition.ts';
import { type AnswerMark, type FillingContent, markOf } from '../filling.ts';
import { type FormReader, sayAnswer } from '../say-answer.ts';

type FormAnswersProps = {
  readonly steps: readonly CheckedStep[];
  readonly reader: FormReader;
  /** What it was read from, for where answers come from. */
  readonly content: FillingContent;
  /** Where a step can be changed; left out once it cannot. */
  readonly changeHref?: (step: string) => string;
};

/** What was filled in, step by step, as it is sent. */
export async function FormAnswers({ steps, reader, content, changeHref }: FormAnswersProps) {
  const t = await getTranslations('forms');
  return steps.map(({ step, rows }) => {
    const title = reader.say(step.title);
    return (
      <section key={step.key} aria-labelledby={`answers-${step.key}`} className="border-t border-line pt-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id={`answers-${step.key}`} className="text-h3">
            {title}
          </h2>
          {changeHref && (
            <a href={changeHref(step.key)}>
              {t('summary.change')}
              <span className="sr-only"> {title}</span>
            </a>
          )}
        </div>
        {rows.length === 0 && <p className="mt-2 text-ink-2">{t('noRows')}</p>}
        {rows.map((fields, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is where it stands.
          <div key={index} className="mt-3">
            {step.repeats !== null && (
              <h3 className="mb-1 text-body">
                {t('row', { row: reader.say(step.repeats.row), number: index + 1 })}
              </h3>
            )}
            <AnswerList
              fields={fields}
              reader={reader}
              markFor={(field) => markOf(content, { step, row: index, field })}
            />
          </div>
        ))}
      </section>
    );
  });
}

type AnswerListProps = {
  fields: readonly ReadField[];
  reader: FormReader;
  markFor: (field: FormField) => AnswerMark | null;
};

async function AnswerList({ fields, reader, markFor }: AnswerListProps) {
  const t = await getTranslations('forms');
  return (
    <dl className="grid gap-2.5">
      {fields.map(({ field, answer }) => (
        <div key={field.key} className="grid gap-x-6 sm:grid-cols-[2fr_3fr]">
          <dt className="text-ink-2">{reader.say(field.label)}</dt>
          <dd className="min-w-0 font-semibold wrap-anywhere whitespace-pre-wrap">
            {answer === null ? (
              <span className="font-normal text-ink-2">{t('summary.empty')}</span>
            ) : (
              sayAnswer(field, answer, reader)
            )}
            <Mark mark={answer === null ? null : markFor(field)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where an answer comes from that is not all somebody's own. */
async function Mark({ mark }: { mark: AnswerMark | null }) {
  const t = await getTranslations('forms');
  return mark && <span className="block text-small font-normal text-ink-2">{t(`marks.${mark}`)}</span>;
}
