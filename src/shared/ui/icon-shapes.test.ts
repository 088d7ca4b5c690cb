import { expect, test } from 'vitest';
import * as shapes from './icon-shapes.ts';

function lucideName(name: string): string {
  return name
    .replace(/^icon/, '')
    .replace(/([A-Z]|\d+)/g, (part) => `-${part.toLowerCase()}`)
    .slice(1);
}

test.each(Object.entries(shapes))('%s is Lucide’s own drawing', async (name, shape) => {
  const { __iconData } = (await import(`lucide-react/icons/${lucideName(name)}`)) as {
    __iconData: { node: [string, Record<string, string>][] };
  };
  expect(shape).toEqual(__iconData.node.map(([tag, { key: _key, ...attributes }]) => [tag, attributes]));
});
