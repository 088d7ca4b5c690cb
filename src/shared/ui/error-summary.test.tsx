// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

const email = { fieldId: 'email', message: 'Kijk uw e-mailadres na.' };
const phone = { fieldId: 'phone', message: 'Vul een nummer in.' };

function Form({ problems, submission }: { problems: (typeof email)[]; submission?: unknown }) {
  return (
    <form>
      <ErrorSummary title="Er klopt iets niet" problems={problems} submission={submission} />
      <TextField name="email" label="E-mailadres" error={problems[0]?.message} />
    </form>
  );
}

describe('the error summary', () => {
  test('is not there while nothing is wrong', () => {
    render(<Form problems={[]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('takes the focus as soon as something is wrong, and links to the field', () => {
    const { rerender } = render(<Form problems={[]} />);
    rerender(<Form problems={[email]} />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: email.message });
    expect(document.querySelector(link.hash)).toBe(screen.getByLabelText('E-mailadres'));
  });

  test('leaves the focus alone while the reader types', () => {
    const { rerender } = render(<Form problems={[email]} />);
    screen.getByLabelText('E-mailadres').focus();
    rerender(<Form problems={[{ ...email }]} />);
    expect(document.activeElement).toBe(screen.getByLabelText('E-mailadres'));
  });

  test('takes it again after the next submit, with the same mistake or with another', () => {
    const { rerender } = render(<Form problems={[email]} submission={1} />);
    screen.getByLabelText('E-mailadres').focus();
    rerender(<Form problems={[email]} submission={2} />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    screen.getByLabelText('E-mailadres').focus();
    rerender(<Form problems={[email, phone]} submission={2} />);
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  test('asks the browser for the focus where there is no script', () => {
    expect(renderToString(<Form problems={[email]} />)).toMatch(/role="alert"[^>]*autofocus/i);
  });
});
