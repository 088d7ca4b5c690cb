// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, test, vi } from 'vitest';
import type { ConversationId } from '#journey/ids.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import type { Receivers } from '../forward.ts';
import { AskColleague } from './ask-colleague.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const teams = [
  { id: 'people', name: 'Burgerzaken' },
  { id: 'taxes', name: 'Belastingen' },
];
const els = { id: 'els', name: 'Els Claes', teamId: 'people', teamName: 'Burgerzaken', isSpeaking: false };
const later = { name: 'Iemand laten antwoorden na het gesprek' };

function show(people: Receivers['people']) {
  vi.stubGlobal('fetch', async (path: string) =>
    path.endsWith('/receivers')
      ? Response.json({ teams, people })
      : Response.json({ code: 'nobodyThere' }, { status: 409 }),
  );
  const onAskLater = vi.fn();
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <AskColleague
        conversationId={'conversation' as ConversationId}
        onAskLater={onAskLater}
        onClose={() => {}}
      />
    </NextIntlClientProvider>,
  );
  return onAskLater;
}

test('where nobody sits anywhere, one click asks the back office', async () => {
  const onAskLater = show([]);
  await screen.findByText('Er zit nu niemand anders aan een balie.');
  fireEvent.click(screen.getByRole('button', later));
  expect(onAskLater).toHaveBeenCalledWith('');
});

test('a team where nobody sits is named, and what was typed goes along to the back office', async () => {
  const onAskLater = show([els]);
  await screen.findByText('Er zit nu niemand anders aan een balie bij: Belastingen.');
  fireEvent.change(screen.getByLabelText(/^Notitie/), { target: { value: 'Klopt dit?' } });
  fireEvent.click(screen.getByRole('button', later));
  expect(onAskLater).toHaveBeenCalledWith('Klopt dit?');
});

test('who left meanwhile is said in words, with the other way beside them', async () => {
  const onAskLater = show([els, { ...els, id: 'jan', name: 'Jan Peeters', teamId: 'taxes' }]);
  fireEvent.change(await screen.findByLabelText(/^Notitie/), { target: { value: 'Klopt dit?' } });
  expect(screen.queryByRole('button', later)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Vragen' }));
  await screen.findByText(/^Daar zit nu niemand aan een balie/);
  fireEvent.click(screen.getByRole('button', later));
  expect(onAskLater).toHaveBeenCalledWith('Klopt dit?');
});
