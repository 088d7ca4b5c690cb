import { globSync, readFileSync } from 'node:fs';
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
/** Not only in a call's own brackets: `t(isOn ? 'soundOn' : 'soundOff')`, or a list of keys above it. */
const quoted = /['"]([\w.-]+)['"]/g;
const template = /`([\w.-]*\$\{[^`]*)`/g;
const readFromObject = /\.(\w+)\.(\w+(?:\.\w+)*)/g;
const destructured = /\}\s*=\s*loadMessages\([^)]*\)\.([\w.]+)/g;

/** Patterns of the keys that some source shows. A key made with a value, as in `state.${name}`, covers all that fit. */
export function listUsedKeys(): RegExp[] {
  const patterns: RegExp[] = [];
  for (const { text } of readSources('{ts,tsx}')) {
    const all = (pattern: RegExp) => [...text.matchAll(pattern)];
    const spaces = [...all(namespaceCall), ...all(namespaceOption)].map((match) => match[1]);
    for (const space of spaces) {
      for (const [, key] of all(quoted)) patterns.push(toPattern(`${space}.${key}`));
      for (const [, key] of all(template)) {
        patterns.push(toPattern(`${space}.${(key ?? '').replace(/\$\{[^}]*\}/g, '*')}`));
      }
    }
    if (text.includes('loadMessages')) {
      for (const [, space, path] of all(readFromObject)) patterns.push(toPattern(`${space}.${path}`));
      for (const [, path] of all(destructured)) patterns.push(toPattern(`${path}.*`));
    }
  }
  return patterns;
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
