import { expect, test } from 'vitest';
import { writeFeedGone } from './feed-gone.ts';

const town = {
  name: 'Leiebeke',
  defaultLanguage: 'fr',
  languages: ['nl', 'fr'],
  formOfAddress: 'je',
} as const;

test('says in each language of the organisation, its own first, whom to ask for the right address', () => {
  const paragraphs = writeFeedGone(town).trimEnd().split('\n\n');
  expect(paragraphs).toHaveLength(2);
  expect(paragraphs[0]).toContain('Demandez la bonne adresse à l’administrateur de Leiebeke');
  expect(paragraphs[1]).toContain('Vraag het juiste adres aan de beheerder van Leiebeke, en zet het in je ');
});

test('is plain words', () => {
  expect(writeFeedGone({ ...town, languages: ['nl', 'fr', 'en', 'de'] })).not.toMatch(/[<>&]/);
});
