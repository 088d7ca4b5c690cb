// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Button, ButtonLink } from './button.tsx';
import { iconPhone } from './icons/phone.ts';
import { SubmitButton } from './submit-button.tsx';

afterEach(cleanup);

describe('a button', () => {
  test('is no submit button unless it says so', () => {
    render(<Button>Verder</Button>);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Verder' }).type).toBe('button');
  });

  test('that is busy says so, can still be reached, and does nothing a second time', () => {
    const onClick = vi.fn();
    const onSubmit = vi.fn((event: Event) => event.preventDefault());
    const { container } = render(
      <form>
        <Button type="submit" busy busyText="Even geduld" onClick={onClick}>
          Bevestigen
        </Button>
      </form>,
    );
    container.querySelector('form')?.addEventListener('submit', onSubmit);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Even geduld' });
    button.focus();
    fireEvent.click(button);
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('that submits is a plain submit button while nothing runs', () => {
    render(
      <form>
        <SubmitButton busyText="Even geduld">Bevestigen</SubmitButton>
      </form>,
    );
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bevestigen' }).type).toBe('submit');
  });

  test('names itself by its words alone, its drawing is silent', () => {
    render(
      <ButtonLink href="tel:+3295550120" icon={iconPhone}>
        Liever bellen
      </ButtonLink>,
    );
    expect(
      screen.getByRole('link', { name: 'Liever bellen' }).querySelector('svg')?.getAttribute('aria-hidden'),
    ).toBe('true');
  });
});
