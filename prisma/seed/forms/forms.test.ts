import { expect, test } from 'vitest';
import { formContent } from '#journey/forms/form-definition.ts';
import { findFlaws } from '#journey/forms/form-flaws.ts';
import { services } from '../catalogue.ts';
import { forms } from '../forms.ts';

test.each(Object.entries(forms))(
  'the form of %s is one that may be published, of a service that is there',
  (slug, form) => {
    expect(formContent.parse(form)).toEqual(form);
    expect(findFlaws(form)).toEqual([]);
    expect(services.some((service) => service.slug === slug)).toBe(true);
  },
);
