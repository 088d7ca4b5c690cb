'use client';

import { useTranslations } from 'next-intl';
import { missingAnswers, type PreparatoryForm, sayAnswer } from '#journey/preparatory-questions.ts';
import { Part } from './dossier-part.tsx';
import { useLocalized, useMomentStyle } from './seat-place.tsx';

/** What the services asked beforehand, and what the citizen answered; nothing where nothing is asked. */
export function Answers({ form }: { form: PreparatoryForm }) {
  const t = useTranslations('seat.dossier.answers');
  const localized = useLocalized();
  const { language } = useMomentStyle();
  if (form.length === 0) return null;
  const missing = missingAnswers(form).length;
  return (
    <Part title={t('title')} note={missing === 0 ? undefined : t('missing', { count: missing })}>
      {form.map(({ serviceId, name, questions }) => (
        <div key={serviceId}>
          {form.length > 1 && <h4 className="mt-2 font-strong">{localized(name)}</h4>}
          <dl className="grid gap-1.5">
            {questions.map((question) => (
              <div key={question.id}>
                <dt className="text-ink-2">{localized(question.label)}</dt>
                <dd className="whitespace-pre-wrap wrap-anywhere">
                  {sayAnswer(question, language, localized) ?? (
                    <span className="text-ink-2">{t(question.isMandatory ? 'needed' : 'none')}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Part>
  );
}
