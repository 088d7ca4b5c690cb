import { expect, test } from 'vitest';
import { categories } from '../../../prisma/seed/catalogue/categories.ts';
import { services } from '../../../prisma/seed/catalogue.ts';
import { iconByName } from './icon-by-name.ts';

test('every icon that the example catalogue names has its own drawing', () => {
  const unknown = iconByName('no such icon');
  const names = [...categories, ...services.flatMap(({ bring }) => bring)].map(({ icon }) => icon);
  const missing = names.filter((name) => name !== 'file-text' && iconByName(name) === unknown);
  expect(missing).toEqual([]);
});
