'use client';

import { useTranslations } from 'next-intl';
import type { TestResults } from '#journey/device-test-results.ts';
import { telHref } from '#shared/tel-href.ts';
import { Button, ButtonLink } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { Checklist } from '#shared/ui/checklist.tsx';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconRotateCw } from '#shared/ui/icons/rotate-cw.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { judgeTest } from '../judge-test.ts';
import { useAnswerParts } from './answer-parts.tsx';
import { TechnicalDetails } from './technical-details.tsx';
import { TestHelp } from './test-help.tsx';

type TestAnswerProps = {
  results: TestResults;
  reference: string | null;
  isKept: boolean | null;
  phone: string;
  onAgain: () => void;
};

/** The answer: what it means first, then part by part, what helps, and the other ways. */
export function TestAnswer({ results, reference, isKept, phone, onAgain }: TestAnswerProps) {
  const t = useTranslations('deviceTest');
  const { finding } = judgeTest(results);
  const parts = useAnswerParts(results);
  return (
    <>
      <p className="mt-3 text-lead">{t(`leads.${finding ?? 'good'}`)}</p>
      <Card list className="mt-6">
        <Checklist heading="h2" items={parts} />
      </Card>
      {finding !== null && <TestHelp finding={finding} results={results} />}
      <div className="mt-6 grid gap-2.5">
        {finding === null && reference !== null ? (
          <ButtonLink href={`/a/${reference}`}>{t('back')}</ButtonLink>
        ) : (
          <Button icon={iconRotateCw} onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        {finding !== null && (
          <ButtonLink look="secondary" icon={iconPhone} href={telHref(phone)}>
            {t('call', { phone })}
          </ButtonLink>
        )}
        {finding !== null && reference !== null && (
          <ButtonLink look="underlined" href={`/a/${reference}`} className="justify-self-start">
            {t('back')}
          </ButtonLink>
        )}
        {finding === null && reference !== null && (
          <Button look="underlined" className="justify-self-start" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
      </div>
      {isKept !== null && (
        <Notice kind={isKept ? 'info' : 'warn'} role="status" className="mt-6">
          {isKept ? t('staffSees') : t('notSaved')}
        </Notice>
      )}
      <TechnicalDetails results={results} />
    </>
  );
}
