import { globSync, readFileSync } from 'node:fs';
import { parse as parseIcu, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { languages } from '#journey/language.ts';
import { namespaces } from '#shared/i18n/namespaces.ts';
import { findUsedKeys, findVisibleText } from './read-sources.ts';

type Tree = { [key: string]: string | Tree };

const folder = 'src/shared/i18n/messages';

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}.${key}`, value] as [string, string]]
      : flatten(value, `${prefix}.${key}`),
  );
}

function readCatalogue(locale: string): Map<string, string> {
  return new Map(
    namespaces.flatMap((name) =>
      flatten(JSON.parse(readFileSync(`${folder}/${locale}/${name}.json`, 'utf8')), name),
    ),
  );
}

/** Names of the values that a text needs, with how they are used. */
function listPlaceholders(text: string): string[] {
  const names: string[] = [];
  const visit = (elements: ReturnType<typeof parseIcu>) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.push(element.value);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parseIcu(text));
  return [...new Set(names)].sort();
}

const addresses = /(^|[^\p{L}])(u|uw|uzelf)(?![\p{L}’'])/iu;
const informal = /(^|[^\p{L}])(je|jij|jou|jouw|jezelf)(?![\p{L}])/iu;
const dutch = readCatalogue('nl');
const dutchInformal = readCatalogue('nl-je');

describe('the message catalogues', () => {
  test('list every file that is there', () => {
    const files = globSync(`${folder}/nl/*.json`).map((file) =>
      file.slice(`${folder}/nl/`.length, -'.json'.length),
    );
    expect(files.sort()).toEqual([...namespaces].sort());
  });

  test.each(languages)('%s says everything, and nothing else', (language) => {
    expect([...readCatalogue(language).keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  test.each([...languages, 'nl-je'])(
    '%s has no empty or malformed text and the same values as the Dutch',
    (locale) => {
      const wrong = [...readCatalogue(locale)].filter(([key, text]) => {
        return (
          text.trim() === '' ||
          listPlaceholders(text).join() !== listPlaceholders(dutch.get(key) ?? '').join()
        );
      });
      expect(wrong).toEqual([]);
    },
  );

  test('the Dutch in "u" never says "je"', () => {
    expect([...dutch].filter(([, text]) => informal.test(text))).toEqual([]);
  });

  test('the Dutch in "je" has exactly the texts that address somebody, and never says "u"', () => {
    const addressing = [...dutch].filter(([, text]) => addresses.test(text)).map(([key]) => key);
    expect([...dutchInformal.keys()].sort()).toEqual(addressing.sort());
    expect([...dutchInformal].filter(([, text]) => addresses.test(text))).toEqual([]);
  });

  test('the French keeps its signs with their words: a no-break space before : ? ! ; » and after «', () => {
    const loose = [...readCatalogue('fr')].filter(([, text]) => /[ \u202f][:?!;»]|«(?!\u00a0)/u.test(text));
    expect(loose.map(([key]) => key)).toEqual([]);
  });

  test('hold no text that nobody shows', () => {
    const isUsed = findUsedKeys();
    expect([...dutch.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('the pages', () => {
  test('hold no words of their own', () => {
    expect(findVisibleText()).toEqual([]);
  });
});
