// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test } from 'vitest';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { CallSide } from './call-column.tsx';

afterEach(cleanup);

const current = {
  conversationId: 'c',
  appointmentId: 'a',
  isOwn: true,
  byPhone: false,
  forward: null,
  people: [],
} as unknown as NonNullable<SeatView['current']>;

/** As the seat does: both parts have the appointment's id as their key. */
const side = (citizenName: string) => (
  <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
    <CallSide
      current={current}
      entry={{ appointmentId: 'a', citizenName } as unknown as SeatEntry}
      dossier={{ kind: 'loading' }}
      renderRole={() => null}
      renderRequests={({ appointmentId }) => <p key={appointmentId}>requests</p>}
      renderCompanions={({ appointmentId }) => <p key={appointmentId}>companions</p>}
    />
  </NextIntlClientProvider>
);

test('every part stands there once, however often the view is new, also when the name becomes known', () => {
  const { rerender } = render(side('Sofie Van Daele'));
  for (const name of ['Sofie Van Daele', '', 'Sofie Van Daele', 'Sofie Van Daele']) {
    rerender(side(name));
    expect(screen.getAllByText('requests')).toHaveLength(1);
    expect(screen.getAllByText('companions')).toHaveLength(1);
    expect(screen.queryAllByLabelText('Naam van wie belt')).toHaveLength(name === '' ? 1 : 0);
  }
});
