import { expect, test } from 'vitest';
import {
  errorPage,
  expiredPage,
  signedOffPage,
  signOffPage,
  signOnPage,
  strangerPage,
  unknownPage,
} from './pages.ts';

const member = {
  subject: 'a',
  name: 'Luc Tanghe',
  email: 'luc@rozelaar.example',
  language: 'nl' as const,
  organisation: 'rozelaar',
  roles: ['supervisor'],
  teams: ['onthaal'],
};

test('no page says "u" or "je": it serves municipalities that say either', () => {
  const pages = [
    signOnPage('/interaction/1', 'Gemeente Rozelaar', [member], []),
    signOffPage('<form></form>'),
    signedOffPage(),
    errorPage('invalid_request'),
    expiredPage(),
    strangerPage(),
    unknownPage(),
  ];
  for (const { title, body } of pages)
    expect(`${title} ${body.markup}`).not.toMatch(/(^|[^\p{L}])(u|uw|je|jij|jouw)(?![\p{L}])/iu);
});
