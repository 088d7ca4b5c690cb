// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { StillCard } from './still-card.tsx';
import { readPhoto, takeFrame } from './take-still.ts';

vi.mock('./take-still.ts', async (original) => ({
  ...(await original<object>()),
  takeFrame: vi.fn(),
  readPhoto: vi.fn(),
}));

const asked: string[] = [];
const photo = new Blob(['jpeg'], { type: 'image/jpeg' });
let status = 204;

beforeEach(() => {
  asked.length = 0;
  status = 204;
  vi.mocked(takeFrame).mockReset().mockResolvedValue(photo);
  vi.mocked(readPhoto).mockReset().mockRejectedValue(new Error('no picture'));
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return new Response(null, { status });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (camera: MediaStreamTrack | null = {} as MediaStreamTrack) =>
  render(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Brussels" messages={loadMessages('nl', 'u')}>
      <StillCard reference="7K2M-QX4D" purpose="De achterkant van uw kaart" name="Mieke" camera={camera} />
    </NextIntlClientProvider>,
  );
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('says what is asked and why, and sends nothing before the photo was looked at', async () => {
  show();
  expect(screen.getByText('De achterkant van uw kaart')).toBeDefined();
  click('Foto nemen met deze camera');
  await screen.findByAltText('Uw foto, zoals u ze verstuurt');
  expect(asked).toEqual([]);
  click('Opnieuw nemen');
  expect(screen.queryByAltText('Uw foto, zoals u ze verstuurt')).toBeNull();
  click('Foto nemen met deze camera');
  await screen.findByAltText('Uw foto, zoals u ze verstuurt');
  click('Foto versturen');
  await waitFor(() => expect(asked).toEqual(['/api/visits/7K2M-QX4D/still']));
});

test('keeps the photo when it could not be sent', async () => {
  status = 503;
  show();
  click('Foto nemen met deze camera');
  await screen.findByAltText('Uw foto, zoals u ze verstuurt');
  click('Foto versturen');
  await screen.findByText(/Uw foto staat er nog/);
  expect(screen.getByAltText('Uw foto, zoals u ze verstuurt')).toBeDefined();
});

test('without a camera that is on there is another way, and a file that is no photo is said', async () => {
  show(null);
  expect(screen.queryByRole('button', { name: 'Foto nemen met deze camera' })).toBeNull();
  const file = screen.getByLabelText('Andere camera of foto kiezen', { selector: 'input' });
  fireEvent.change(file, { target: { files: [new File(['x'], 'x.txt')] } });
  await screen.findByText(/De foto is niet gelukt/);
});

test('can be declined', async () => {
  show();
  click('Liever niet');
  await waitFor(() => expect(asked).toEqual(['/api/visits/7K2M-QX4D/still/decline']));
});
