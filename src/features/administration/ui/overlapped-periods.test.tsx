// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { OverlappedPeriods } from './overlapped-periods.tsx';

afterEach(cleanup);

const periods = [
  { from: null, until: '2027-06-30', text: 'until June' },
  { from: '2027-07-01', until: '2027-08-31', text: 'summer' },
  { from: '2027-09-01', until: null, text: 'after' },
];

/** What is said once the dates were typed. */
function typed(from: string, until: string): string[] {
  render(
    <form>
      <input aria-label="from" name="from" />
      <input aria-label="until" name="until" />
      <OverlappedPeriods periods={periods} title="Overlaps" text="This one holds." />
    </form>,
  );
  for (const [name, value] of Object.entries({ from, until }))
    fireEvent.input(screen.getByLabelText(name), { target: { value } });
  return screen.queryAllByRole('listitem').map(({ textContent }) => textContent ?? '');
}

test.each([
  ['2027-08-31', '2027-09-15', ['summer', 'after']],
  ['2027-06-30', '2027-07-01', ['until June', 'summer']],
  ['2027-08-01', '', ['summer', 'after']],
  ['2027-07-02', '2027-07-03', ['summer']],
])('from %s to %s overlaps %j, said while it is typed', (from, until, expected) => {
  expect(typed(from, until)).toEqual(expected);
});

test.each([
  ['', '2027-07-03'],
  ['2027-07-03', '2027-07-01'],
])('nothing is said of what is no period: %j to %j', (from, until) => {
  expect(typed(from, until)).toEqual([]);
});
