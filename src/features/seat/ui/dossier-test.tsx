'use client';

import { useTranslations } from 'next-intl';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import type { Dossier } from '../dossier.ts';
import { Part } from './dossier-part.tsx';
import { useMomentStyle } from './seat-place.tsx';

type Test = NonNullable<Dossier['deviceTest']>;

/** What the citizen's test of device and connection found, with its figures for whoever helps; nothing where nobody tested. */
export function DeviceTestFacts({ test }: { test: Dossier['deviceTest'] }) {
  const t = useTranslations('seat.dossier');
  const facts = useTranslations('seat.dossier.test');
  const style = useMomentStyle();
  if (test === null) return null;
  const { camera, microphone, speaker, browser } = test.results;
  const parts = [
    ['microphone', microphone],
    ['speaker', speaker],
    ['camera', camera],
    ['browser', browser],
  ] as const;
  return (
    <Part
      title={t('facts.deviceTest')}
      note={t('testedAt', { moment: formatNearMoment(test.testedAt, style) })}
    >
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
        {parts.map(([part, found]) => (
          <div key={part} className="contents">
            <dt className="text-ink-2">{facts(`parts.${part}`)}</dt>
            <dd>{facts(`found.${found}`)}</dd>
          </div>
        ))}
        <div className="contents">
          <dt className="text-ink-2">{facts('parts.connection')}</dt>
          <dd>{facts(`connection.${connectionOf(test)}`)}</dd>
        </div>
        <Routes connection={test.results.connection} />
      </dl>
      <Figures test={test} />
    </Part>
  );
}

function connectionOf({ results: { connection } }: Test) {
  if (connection.media) return connection.routes?.udp === 'no' ? 'noUdp' : 'works';
  return connection.signalling ? 'noMedia' : 'none';
}

/** Each route to the video server; nothing of tests of before they were tried one by one. */
function Routes({ connection: { signalling, routes } }: { connection: Test['results']['connection'] }) {
  const t = useTranslations('seat.dossier.test');
  if (routes === undefined) return null;
  const rows = [
    ['signalling', signalling ? 'yes' : 'no'],
    ['udp', routes.udp],
    ['tcp', routes.tcp],
    ['turn', routes.turn],
  ] as const;
  return rows.map(([route, result]) => (
    <div key={route} className="contents">
      <dt className="text-ink-2">{t(`routes.${route}`)}</dt>
      <dd>{t(`routeResults.${result}`)}</dd>
    </div>
  ));
}

function Figures({ test: { results } }: { test: Test }) {
  const t = useTranslations('seat.dossier.test');
  const { transport, roundTripMilliseconds, lossPercent, uploadKilobits } = results.connection;
  const figure = (value: number | null, unit: 'milliseconds' | 'percent' | 'kilobits') =>
    value === null ? t('unknown') : t(`units.${unit}`, { value });
  const rows = [
    [t('figures.way'), transport === null ? t('unknown') : t(`ways.${transport}`)],
    [t('figures.upload'), figure(uploadKilobits, 'kilobits')],
    [t('figures.loss'), figure(lossPercent, 'percent')],
    [t('figures.roundTrip'), figure(roundTripMilliseconds, 'milliseconds')],
  ] as const;
  return (
    <Disclosure plain title={t('figures.title')}>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
        {rows.map(([term, detail]) => (
          <div key={term} className="contents">
            <dt className="text-ink-2">{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
