import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressField,
  choiceField,
  dateField,
  everywhere,
  formOf,
  formStep,
  textField,
} from '../../../prisma/factories/form-factories.ts';
import type { LocalDate } from '../local-time.ts';
import { checkForm } from './check-form.ts';
import { keepVisible, namesOf, type TypedAnswers, visibleSteps } from './form-answers.ts';
import type { FormContent } from './form-definition.ts';

const today = '2026-11-24' as LocalDate;
const children = { least: 1, most: 2, row: everywhere('Kind') };
const form = formOf(
  formStep('what', [choiceField('kind', ['party', 'course']), textField('name')]),
  formStep('party', [choiceField('music', ['yes', 'no'])], { condition: { field: 'kind', answer: 'party' } }),
  formStep('noise', [
    textField('until', { condition: { field: 'music', answer: 'yes' } }),
    addressField('where'),
  ]),
  formStep('children', [textField('child'), dateField('born')], { repeats: children }),
);

const askedOf = (answers: TypedAnswers) =>
  visibleSteps(form, answers).flatMap(({ fields }) => fields.map(({ key }) => key));
const problemsOf = (answers: TypedAnswers) =>
  checkForm(form, answers, today).flatMap(({ step, problems }) =>
    problems.map(({ row, name, code }) => `${step.key} ${row} ${name} ${code}`),
  );

describe('what is asked', () => {
  it('follows from the answers before it', () => {
    expect(askedOf({})).toEqual(['kind', 'name', 'where', 'child', 'born']);
    expect(askedOf({ what: [{ kind: ['party'] }], party: [{ music: ['yes'] }] })).toContain('until');
  });

  it('is not what rests on an answer that is asked no more', () => {
    expect(askedOf({ what: [{ kind: ['course'] }], party: [{ music: ['yes'] }] })).not.toContain('until');
  });

  it('of several things is asked of each, of as many as there must be, and of no more than there may be', () => {
    const of = (...names: string[]) => ({
      children: names.map((name) => ({ child: [name], born: ['2020-01-01'] })),
    });
    const ofChildren = (answers: TypedAnswers) =>
      problemsOf(answers).filter((each) => each.startsWith('children'));
    expect(ofChildren({})).toEqual(['children 0 child missing', 'children 0 born missing']);
    expect(ofChildren({ children: [...of('Lou').children, { child: [' '], born: [''] }] })).toEqual([]);
    expect(ofChildren(of('Lou', 'Mo', 'Ana'))).toEqual(['children 2 child tooManyRows']);
  });
});

/** Anything that a browser can send for a form, sensible and not. */
function typedFor(content: FormContent): fc.Arbitrary<TypedAnswers> {
  const text = fc.oneof(fc.constantFrom('', 'party', 'yes', 'no', 'Gent', '9000', '2020-01-01'), fc.string());
  const rowOf = (names: readonly string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.array(text, { maxLength: 2 })])), {
      requiredKeys: [],
    });
  return fc.record(
    Object.fromEntries(
      content.steps.map(({ key, fields }) => [
        key,
        fc.array(rowOf(fields.flatMap(namesOf)), { maxLength: 3 }),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<TypedAnswers>;
}

describe('whatever is typed', () => {
  it('an answer to what is not asked never counts', () => {
    fc.assert(
      fc.property(typedFor(form), (answers) => {
        expect(checkForm(form, keepVisible(form, answers), today)).toEqual(checkForm(form, answers, today));
      }),
    );
  });

  it('nothing is kept but answers to what is asked', () => {
    fc.assert(
      fc.property(typedFor(form), (answers) => {
        const asked = new Map(
          visibleSteps(form, answers).map(({ key, fields }) => [key, new Set(fields.flatMap(namesOf))]),
        );
        for (const [step, rows] of Object.entries(keepVisible(form, answers)))
          for (const row of rows)
            for (const name of Object.keys(row)) expect(asked.get(step)?.has(name)).toBe(true);
      }),
    );
  });

  it('keeping what counts twice is keeping it once', () => {
    fc.assert(
      fc.property(typedFor(form), (answers) => {
        const once = keepVisible(form, answers);
        expect(keepVisible(form, once)).toEqual(once);
      }),
    );
  });

  it('what is wrong has no answer in the summary', () => {
    fc.assert(
      fc.property(typedFor(form), (answers) => {
        for (const { rows, problems } of checkForm(form, answers, today))
          for (const { row, name, code } of problems) {
            if (code === 'tooManyRows') continue;
            const shown = rows[row]?.find(({ field }) => field.key === name.split('.')[0]);
            expect(shown?.answer).toBeNull();
          }
      }),
    );
  });

  it('the summary shows each asked field of each row once, and every mandatory one of them when nothing is wrong', () => {
    fc.assert(
      fc.property(typedFor(form), (answers) => {
        const checked = checkForm(form, answers, today);
        expect(checked.map(({ step }) => step)).toEqual(visibleSteps(form, answers));
        for (const { step, rows, problems } of checked)
          for (const row of rows) {
            expect(row.map(({ field }) => field)).toEqual(step.fields);
            if (problems.length > 0) continue;
            expect(row.filter(({ field, answer }) => field.isMandatory && answer === null)).toEqual([]);
          }
      }),
    );
  });
});
