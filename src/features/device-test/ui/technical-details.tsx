'use client';

import { useTranslations } from 'next-intl';
import type { TestResults } from '#journey/device-test-results.ts';
import { Disclosure } from '#shared/ui/disclosure.tsx';

const routeNames = ['udp', 'tcp', 'turn'] as const;

/** The figures, for whoever helps. */
export function TechnicalDetails({ results }: { results: TestResults }) {
  const t = useTranslations('deviceTest.technical');
  const { signalling, media, transport, routes, roundTripMilliseconds, lossPercent, uploadKilobits } =
    results.connection;
  const unknown = t('unknown');
  const rows = [
    [t('signalling'), signalling ? t('yes') : t('no')],
    [t('media'), media ? t('yes') : t('no')],
    [t('transport'), transport === null ? unknown : t(`ways.${transport}`)],
    ...routeNames.map((route) => [t(`routes.${route}`), t(`routeResults.${routes?.[route] ?? 'untested'}`)]),
    [
      t('roundTrip'),
      roundTripMilliseconds === null ? unknown : t('milliseconds', { value: roundTripMilliseconds }),
    ],
    [t('loss'), lossPercent === null ? unknown : t('percent', { value: lossPercent })],
    [t('upload'), uploadKilobits === null ? unknown : t('kilobits', { value: uploadKilobits })],
    [t('browser'), navigator.userAgent],
  ] as const;
  return (
    <div className="mt-6">
      <Disclosure title={t('title')}>
        <dl className="grid gap-x-6 gap-y-1.5 text-small sm:grid-cols-[auto_1fr]">
          {rows.map(([term, detail]) => (
            <div key={term} className="contents">
              <dt className="text-ink-2">{term}</dt>
              <dd className="mb-1.5 min-w-0 break-words sm:mb-0">{detail}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
