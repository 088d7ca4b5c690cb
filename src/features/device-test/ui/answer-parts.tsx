'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { TestResults } from '#journey/device-test-results.ts';
import type { ChecklistItem } from '#shared/ui/checklist.tsx';
import { Measure } from '#shared/ui/meter.tsx';
import { isSlowConnection, judgeTest, neededKilobits, type TestPart, testParts } from '../judge-test.ts';

/** The bar shows twice what is needed. */
const barKilobits = neededKilobits * 2;

const problemWords = { refused: 'blocked', missing: 'missing', busy: 'busy', failed: 'failed' } as const;

/** Each part of the test in words. */
export function useAnswerParts(results: TestResults): ChecklistItem[] {
  const t = useTranslations('deviceTest');
  const { parts } = judgeTest(results);
  const words = useWords(results);
  return testParts.map((part) => ({
    key: part,
    title: t(`parts.${part}`),
    state: parts[part],
    ...words[part],
    ...(part === 'connection' && parts.connection === 'slow' && { extra: <Speed results={results} /> }),
  }));
}

type PartWords = { readonly value: string; readonly detail?: string };

function useWords(results: TestResults): Record<TestPart, PartWords> {
  const t = useTranslations('deviceTest');
  const media = useTranslations('media.remedies');
  const { parts } = judgeTest(results);
  const { microphone, camera, speaker, connection } = results;
  const problem = (found: 'refused' | 'missing' | 'busy' | 'failed'): PartWords => ({
    value: t(`words.${problemWords[found]}`),
    ...(found !== 'refused' && { detail: media(found) }),
  });
  return {
    browser:
      results.browser === 'fit'
        ? { value: t('words.fit'), detail: t('details.fit') }
        : { value: t('words.old'), detail: t('details.old') },
    microphone:
      microphone === 'works'
        ? { value: t('words.works'), detail: t('details.heardYou') }
        : microphone === 'silent'
          ? { value: t('words.silent'), detail: t('details.silent') }
          : problem(microphone),
    camera:
      camera === 'works' ? { value: t('words.works'), detail: t('details.cameraWorks') } : problem(camera),
    speaker:
      speaker === 'heard'
        ? { value: t('words.works'), detail: t('details.bellHeard') }
        : speaker === 'notHeard'
          ? { value: t('words.notHeard'), detail: t('details.bellNotHeard') }
          : { value: t('words.unknown'), detail: t('details.bellUnknown') },
    connection: !connection.media
      ? {
          value: t('words.none'),
          detail: connection.signalling ? t('details.noMedia') : t('details.noSignal'),
        }
      : isSlowConnection(connection)
        ? { value: t('words.slow'), detail: t('details.connectionSlow') }
        : parts.connection === 'slow'
          ? { value: t('words.detour'), detail: t('details.connectionNoUdp') }
          : { value: t('words.good'), detail: t('details.connectionGood') },
  };
}

function Speed({ results }: { results: TestResults }) {
  const t = useTranslations('deviceTest.measure');
  const locale = useLocale();
  const { uploadKilobits } = results.connection;
  if (uploadKilobits === null || uploadKilobits >= neededKilobits) return null;
  const megabits = (kilobits: number) =>
    (kilobits / 1_000).toLocaleString(locale, { maximumFractionDigits: 1 });
  const words = { reached: megabits(uploadKilobits), needed: megabits(neededKilobits) };
  return (
    <Measure
      reached={uploadKilobits / barKilobits}
      needed={neededKilobits / barKilobits}
      label={t('label', words)}
      reachedText={t('reached', words)}
      neededText={t('needed', words)}
    />
  );
}
