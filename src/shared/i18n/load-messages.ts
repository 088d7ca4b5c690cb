import { readFileSync } from 'node:fs';
import path from 'node:path';
import compile from 'icu-minify/compile';
import type { FormOfAddress, Language } from '#journey/language.ts';
import type { Messages } from './message-types.ts';
import { namespaces } from './namespaces.ts';

type Tree = { [key: string]: string | Tree };

/**
 * Set where Next bundles this file (`next.config.ts`): a page's formatter knows patterns that were read before, and so no page carries
 * what reads them.
 */
const isForPages = process.env.BALIE_COMPILED_WORDS === '1';

const folder = path.join(process.cwd(), 'src/shared/i18n/messages');
const loaded = new Map<string, Messages>();

/** The product's words in a language, and in Dutch in the organisation's form of address. */
export function loadMessages(language: Language, formOfAddress: FormOfAddress): Messages {
  const informal = language === 'nl' && formOfAddress === 'je';
  const key = `${language}-${informal}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const messages = Object.fromEntries(
    namespaces.map((namespace) => {
      const words = read(language, namespace);
      const said = informal ? merge(words, read('nl-je', namespace)) : words;
      return [namespace, isForPages ? compileWords(said) : said];
    }),
  ) as unknown as Messages;
  // While developing, a changed text shows at the next request.
  if (process.env.NODE_ENV !== 'development') loaded.set(key, messages);
  return messages;
}

function read(locale: string, namespace: string): Tree {
  return JSON.parse(readFileSync(path.join(folder, locale, `${namespace}.json`), 'utf8')) as Tree;
}

function merge(base: Tree, over: Tree): Tree {
  const merged: Tree = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = typeof value === 'object' && typeof below === 'object' ? merge(below, value) : value;
  }
  return merged;
}

function compileWords(words: Tree): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, said]) => [
      key,
      // Plain objects: what has no prototype is not let through to pages.
      typeof said === 'string' ? JSON.parse(JSON.stringify(compile(said))) : compileWords(said),
    ]),
  );
}
