// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ColumnChart } from './column-chart.tsx';

afterEach(cleanup);

test('a chart says its finding in words and has the same figures as a table', () => {
  render(
    <ColumnChart
      summary="Van 10 antwoorden zijn er 8 tevreden."
      tableText="Toon als tabel"
      table={{
        caption: 'Tevredenheid',
        columns: [
          { key: 'answer', title: 'Antwoord' },
          { key: 'count', title: 'Aantal', align: 'end' },
        ],
        rows: [{ key: 'yes', cells: ['tevreden', '8'] }],
      }}
      columns={[
        { key: 'yes', text: 'tevreden', value: 8, valueText: '80 %' },
        { key: 'no', text: 'niet tevreden', value: 2, valueText: '20 %' },
      ]}
    />,
  );
  expect(screen.getByRole('img', { name: 'Van 10 antwoorden zijn er 8 tevreden.' })).toBeDefined();
  const table = screen.getByRole('table', { name: 'Tevredenheid', hidden: true });
  expect(within(table).getByRole('rowheader', { name: 'tevreden', hidden: true })).toBeDefined();
  expect(within(table).getByRole('cell', { name: '8', hidden: true })).toBeDefined();
  expect(screen.getByText('Toon als tabel').closest('summary')).not.toBeNull();
});
