// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Checkbox } from './checkbox.tsx';
import { ChoiceField } from './choice-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextArea, TextField } from './text-field.tsx';

afterEach(cleanup);

function describedBy(control: HTMLElement): string[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `nothing with id ${id}`);
}

describe('a field', () => {
  test('has its label, and nothing else where there is nothing else', () => {
    render(<TextField name="name" label="Uw naam" />);
    const input = screen.getByLabelText('Uw naam');
    expect(input.id).toBe('name');
    expect(input.hasAttribute('aria-describedby')).toBe(false);
    expect(input.hasAttribute('aria-invalid')).toBe(false);
  });

  test('is described by its hint and its error, in that order', () => {
    render(
      <TextField name="email" label="E-mailadres" hint="Hierop krijgt u de link." error="Kijk dit na." />,
    );
    const input = screen.getByLabelText('E-mailadres');
    expect(describedBy(input)).toEqual(['Hierop krijgt u de link.', 'Kijk dit na.']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  test('says in its label that it may be left out', () => {
    render(<TextArea name="question" label="Uw vraag" optional="(optioneel)" />);
    expect(screen.getByRole('textbox', { name: 'Uw vraag (optioneel)' }).tagName).toBe('TEXTAREA');
  });

  test('keeps an id that was given, so that two forms fit on a page', () => {
    render(
      <SelectField
        id="second-language"
        name="language"
        label="Taal"
        options={[{ value: 'nl', text: 'Nederlands' }]}
        hint="h"
      />,
    );
    const select = screen.getByLabelText('Taal');
    expect(select.id).toBe('second-language');
    expect(describedBy(select)).toEqual(['h']);
  });
});

describe('a question with a few answers', () => {
  const choices = [
    { value: 'video', label: 'Video' },
    { value: 'phone', label: 'Telefoon', hint: 'wij bellen u' },
  ];

  test('is one group with a name, and its first answer is where the error summary leads', () => {
    render(<ChoiceField name="channel" label="Hoe?" error="Kies er een." choices={choices} />);
    const group = screen.getByRole('group', { name: 'Hoe?' });
    expect(describedBy(group)).toEqual(['Kies er een.']);
    expect(document.getElementById('channel')).toBe(screen.getByRole('radio', { name: 'Video' }));
    expect(screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.name)).toEqual([
      'channel',
      'channel',
    ]);
  });

  test('comes with the given answer chosen, from the server already', () => {
    const html = renderToString(
      <ChoiceField name="channel" label="Hoe?" choices={choices} defaultValue="phone" />,
    );
    expect(html).toMatch(/checked=""[^>]*value="phone"|value="phone"[^>]*checked=""/);
    expect(html.match(/checked=""/g)).toHaveLength(1);
  });

  test('lets several answers hold where several may', () => {
    render(
      <ChoiceField
        several
        name="needs"
        label="Wat helpt u?"
        choices={choices}
        defaultValue={['video', 'phone']}
      />,
    );
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter((box) => box.checked)).toHaveLength(2);
  });

  test('tells the answer when it changes', () => {
    const onChange = vi.fn();
    render(<ChoiceField name="channel" label="Hoe?" choices={choices} onChange={onChange} />);
    fireEvent.click(screen.getByRole('radio', { name: /Telefoon/ }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('phone');
  });
});

test('a statement to agree with carries its hint and its error', () => {
  render(
    <Checkbox name="read" label="Ik heb het gelezen." hint="Het is één bladzijde." error="Kruis dit aan." />,
  );
  const box = screen.getByRole('checkbox', { name: 'Ik heb het gelezen.' });
  expect(describedBy(box)).toEqual(['Het is één bladzijde.', 'Kruis dit aan.']);
});
