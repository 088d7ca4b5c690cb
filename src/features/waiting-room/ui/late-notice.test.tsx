// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, test } from 'vitest';
import type { VisitView } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { LateNotice } from './late-notice.tsx';
import { type LiveVisit, VisitContext } from './visit-context.ts';

afterEach(cleanup);

const startAt = Date.UTC(2026, 10, 24, 9, 40);
const style = { language: 'nl', timeZone: 'Europe/Brussels' } as const;

function page(delayMinutes: number | null, moveHref: string | null = '/a/X/move') {
  const expected = delayMinutes === null ? null : { at: startAt + delayMinutes * 60_000, delayMinutes };
  const visit = { view: { expected } as VisitView } as LiveVisit;
  return (
    <NextIntlClientProvider locale="nl" messages={loadMessages('nl', 'u')} timeZone="Europe/Brussels">
      <VisitContext value={visit}>
        <LateNotice startAt={startAt} style={style} moveHref={moveHref} />
      </VisitContext>
    </NextIntlClientProvider>
  );
}

describe('before the waiting room opens', () => {
  test('a delay is told in steps of five minutes, with the choice to move', () => {
    render(page(12));
    expect(screen.getByRole('heading').textContent).toMatch(/rond 10\.55/);
    expect(screen.getByText(/Afgesproken was 10\.40/)).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe('/a/X/move');
  });

  test.each([null, 0, 2])('nothing is told when it is on time or nobody can say (%s)', (minutes) => {
    render(page(minutes));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('it comes and goes as the day runs, read out where it stands', () => {
    const { rerender } = render(page(0));
    rerender(page(20));
    expect(screen.getByRole('status').textContent).toContain('rond 11.00');
    rerender(page(0));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('who has no say in the appointment is offered no other time', () => {
    render(page(12, null));
    expect(screen.queryByRole('link')).toBeNull();
  });
});
