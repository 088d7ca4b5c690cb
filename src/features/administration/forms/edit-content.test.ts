import { describe, expect, test } from 'vitest';
import type { FormContent } from '#journey/forms/form-definition.ts';
import { everywhere, formOf, formStep, textField } from '../../../../prisma/factories/form-factories.ts';
import { dropField, dropStep, moveField, moveStep, putField, putStep } from './edit-content.ts';

const form = formOf(
  formStep('a', [textField('a1'), textField('a2')]),
  formStep('b', [textField('b1')]),
  formStep('c', []),
);

const outline = (content: FormContent | null) =>
  content?.steps.map(({ key, fields }) => [key, ...fields.map((field) => field.key)].join(' '));

describe('a form', () => {
  test('gets a step at its end, and words of a step without losing its fields', () => {
    const { fields: _none, ...words } = formStep('d', [], { title: everywhere('Nieuw') });
    expect(outline(putStep(words)(form))).toEqual(['a a1 a2', 'b b1', 'c', 'd']);
    expect(outline(putStep({ ...words, key: 'a' })(form))).toEqual(['a a1 a2', 'b b1', 'c']);
    expect(putStep({ ...words, key: 'a' })(form)?.steps[0]?.title.nl).toBe('Nieuw');
  });

  test('gets a field at the end of its step, or in the place of the one with its key', () => {
    expect(outline(putField('c', textField('c1'))(form))).toEqual(['a a1 a2', 'b b1', 'c c1']);
    const other = putField('a', textField('a1', { label: everywhere('Anders') }))(form);
    expect(outline(other)).toEqual(outline(form));
    expect(other?.steps[0]?.fields[0]?.label.nl).toBe('Anders');
    expect(putField('gone', textField('x'))(form)).toBeNull();
  });

  test.each([
    ['a2', 'up', ['a a2 a1', 'b b1', 'c']],
    ['a2', 'down', ['a a1', 'b a2 b1', 'c']],
    ['b1', 'up', ['a a1 a2 b1', 'b', 'c']],
    ['a1', 'up', ['a a1 a2', 'b b1', 'c']],
  ] as const)('moves %s %s, at the edge of a step into the one beside it', (key, direction, after) => {
    expect(outline(moveField(key, direction)(form))).toEqual(after);
  });

  test('moves a step with its fields, and takes steps and fields away', () => {
    expect(outline(moveStep('b', 'up')(form))).toEqual(['b b1', 'a a1 a2', 'c']);
    expect(outline(moveStep('c', 'down')(form))).toEqual(outline(form));
    expect(outline(dropStep('a')(form))).toEqual(['b b1', 'c']);
    expect(outline(dropField('a1')(form))).toEqual(['a a2', 'b b1', 'c']);
    expect(moveField('gone', 'up')(form)).toBeNull();
  });
});
