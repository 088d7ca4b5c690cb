import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from '@swc/core';

/** Reads the sources for the tests of the catalogues: which texts are shown, and which words stand outside the catalogues. */

const isTest = (file: string) => /\.(test|e2e)\.tsx?$/.test(file);

function readSources(extensions: string): { file: string; text: string }[] {
  return globSync(`{src,emails}/**/*.${extensions}`)
    .filter((file) => !isTest(file) && !file.startsWith('src/db/generated'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

const namespaceCall =
  /(?:getTranslations|useTranslations|createTranslator)(?:<[^>]*>)?\(\s*(?:\{[^)]*?namespace:\s*)?['"]([\w.-]+)['"]/g;
const namespaceOption = /namespace:\s*['"]([\w.-]+)['"]/g;
const readFromObject = /\.(\w+)\.(\w+(?:\.\w+)*)/g;
const destructured = /\}\s*=\s*loadMessages\([^)]*\)\.([\w.]+)/g;
const importedPath = /from '([^']+\.tsx?)'/g;

/**
 * Tells of a key whether some source shows it. A key made with a value, as in `state.${name}`, covers all that fit. A translator may
 * be handed from one file to another: a file's keys are looked for in its own namespaces and in those of the files it imports or is
 * imported by.
 */
export function findUsedKeys(): (key: string) => boolean {
  const sources = readSources('{ts,tsx}');
  const spacesOf = new Map(sources.map(({ file, text }) => [file, listNamespaces(text)]));
  const neighbours = listNeighbours(sources);
  const used = sources.flatMap(({ file, text }) => {
    const near = [file, ...(neighbours.get(file) ?? [])].flatMap((name) => spacesOf.get(name) ?? []);
    const keys = near.length === 0 ? [] : listKeys(file, text);
    const patterns = [...new Set(near)].flatMap((space) => keys.map((key) => `${space}.${key}`));
    if (text.includes('loadMessages')) {
      for (const [, space, path] of text.matchAll(readFromObject)) patterns.push(`${space}.${path}`);
      for (const [, path] of text.matchAll(destructured)) patterns.push(`${path}.*`);
    }
    return patterns;
  });
  const exact = new Set(used);
  const patterns = [...exact].filter((key) => key.includes('*')).map(toPattern);
  return (key) => exact.has(key) || patterns.some((pattern) => pattern.test(key));
}

function listNamespaces(text: string): string[] {
  return [namespaceCall, namespaceOption].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
}

/** Which files import a file or are imported by it. */
function listNeighbours(sources: readonly { file: string; text: string }[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const note = (file: string, other: string) =>
    neighbours.set(file, [...(neighbours.get(file) ?? []), other]);
  for (const { file, text } of sources) {
    for (const [, path = ''] of text.matchAll(importedPath)) {
      const other = path.startsWith('#') ? `src/${path.slice(1)}` : posix.join(posix.dirname(file), path);
      note(file, other);
      note(other, file);
    }
  }
  return neighbours;
}

/** Every text in the code that can be a key: quoted, or with a value in it, written as a star. */
function listKeys(file: string, text: string): string[] {
  const keys = new Set<string>();
  visit(parseSync(text, { syntax: 'typescript', tsx: file.endsWith('x') }), (node) => {
    if (node.type === 'StringLiteral') keys.add(String(node.value));
    if (node.type !== 'TemplateLiteral') return;
    const parts = node.quasis as { cooked?: string }[];
    keys.add(parts.map(({ cooked }) => cooked ?? '').join('*'));
  });
  return [...keys].filter((key) => /^[\w.*-]+$/.test(key) && key !== '*');
}

function toPattern(key: string): RegExp {
  return new RegExp(`^${key.split('*').map(escapePattern).join('.+')}$`);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const spokenAttributes = new Set(['alt', 'aria-label', 'aria-description', 'placeholder', 'title', 'label']);
const words = /\p{L}{2,}/u;

/** Words in pages that no translator will find, as `file: words`. */
export function findVisibleText(): string[] {
  return readSources('tsx').flatMap(({ file, text }) => {
    const found: string[] = [];
    visit(parseSync(text, { syntax: 'typescript', tsx: true }), (node) => {
      if (node.type === 'JSXText' && words.test(String(node.value)))
        found.push(`${file}: ${String(node.value).trim()}`);
      if (node.type === 'JSXAttribute') {
        const name = (node.name as { value?: string }).value ?? '';
        const value = node.value as { type?: string; value?: string } | null;
        if (spokenAttributes.has(name) && value?.type === 'StringLiteral' && words.test(value.value ?? '')) {
          found.push(`${file}: ${name}="${value.value}"`);
        }
      }
    });
    return found;
  });
}

type Node = { type: string; [key: string]: unknown };

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, look);
  else if (value !== null && typeof value === 'object') {
    if (typeof (value as Node).type === 'string') look(value as Node);
    for (const child of Object.values(value)) visit(child, look);
  }
}
