// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ShareChart } from './share-chart.tsx';

afterEach(cleanup);

test('a chart says its finding in words and has the same figures as a table', () => {
  render(
    <ShareChart
      summary="Van 10 antwoorden zijn er 8 tevreden."
      tableText="Toon als tabel"
      table={{
        caption: 'Tevredenheid per dienst',
        columns: [
          { key: 'service', title: 'Dienst' },
          { key: 'satisfied', title: 'Tevreden', align: 'end' },
        ],
        rows: [{ key: 'moving', cells: ['Verhuizing', '8'] }],
      }}
      parts={[
        { key: 'yes', text: 'tevreden', tone: 1 },
        { key: 'no', text: 'niet tevreden', tone: 'failed' },
      ]}
      rows={[{ key: 'moving', text: 'Verhuizing', shares: [8, 2], end: '80 %' }]}
    />,
  );
  expect(screen.getByRole('img', { name: 'Van 10 antwoorden zijn er 8 tevreden.' })).toBeDefined();
  const table = screen.getByRole('table', { name: 'Tevredenheid per dienst', hidden: true });
  expect(within(table).getByRole('rowheader', { name: 'Verhuizing', hidden: true })).toBeDefined();
  expect(within(table).getByRole('cell', { name: '8', hidden: true })).toBeDefined();
  expect(screen.getByText('Toon als tabel').closest('summary')).not.toBeNull();
});
