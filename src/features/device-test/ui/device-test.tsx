'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Columns } from '#shared/ui/columns.tsx';
import { usePageTitle } from '#shared/ui/use-page-title.ts';
import { judgeTest } from '../judge-test.ts';
import { TestAnswer } from './test-answer.tsx';
import { TestIntro } from './test-intro.tsx';
import { TestRun } from './test-run.tsx';
import { type TestPhase, useDeviceTest } from './use-device-test.ts';

export type DeviceTestProps = {
  /** Of the appointment that it is for; null for none. */
  reference: string | null;
  /** Whether the result is kept with that appointment: the device of somebody who helps is not the one that counts. */
  isKept: boolean;
  /** The appointment's day in words; null for none. */
  day: string | null;
  organisationName: string;
  phone: string;
};

/** A test of device and connection against the real video server: asked for, run, and answered plainly. */
export function DeviceTest({ reference, isKept, day, organisationName, phone }: DeviceTestProps) {
  const t = useTranslations('deviceTest');
  const test = useDeviceTest(isKept ? reference : null);
  const heading = useFocusOnChange(test.phase);
  const title =
    test.results !== null && test.phase === 'done'
      ? t(`titles.${judgeTest(test.results).finding ?? 'good'}`)
      : t(test.phase === 'intro' ? 'intro.title' : 'running.title');
  usePageTitle(test.phase === 'intro' ? null : `${title}, ${organisationName}`);
  return (
    <Columns>
      {day !== null && <p className="text-note text-ink-2">{t('forAppointment', { day })}</p>}
      <h1 ref={heading} tabIndex={-1} className="ring-none">
        {title}
      </h1>
      <Body test={test} reference={reference} phone={phone} />
    </Columns>
  );
}

function Body({
  test,
  reference,
  phone,
}: Pick<DeviceTestProps, 'reference' | 'phone'> & { test: ReturnType<typeof useDeviceTest> }): ReactNode {
  if (test.phase === 'intro') return <TestIntro onStart={test.start} phone={phone} />;
  if (test.phase === 'done' && test.results !== null) {
    return (
      <TestAnswer
        results={test.results}
        reference={reference}
        isKept={test.isKept}
        phone={phone}
        onAgain={test.start}
      />
    );
  }
  return <TestRun test={test} />;
}

/** The button that was pressed is gone: the keyboard and what is read aloud go on at the new heading. */
function useFocusOnChange(phase: TestPhase) {
  const heading = useRef<HTMLHeadingElement>(null);
  const stage = phase === 'intro' || phase === 'done' ? phase : 'running';
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    heading.current?.focus();
  }, [stage]);
  return heading;
}
