import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const names = readdirSync(new URL('icons', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));

test.each(names)('%s is Lucide’s own drawing', async (name) => {
  const { __iconData } = (await import(`lucide-react/icons/${name}`)) as {
    __iconData: { node: [string, Record<string, string>][] };
  };
  const drawn = Object.values((await import(`./icons/${name}.ts`)) as Record<string, unknown>);
  expect(drawn).toEqual([__iconData.node.map(([tag, { key: _key, ...attributes }]) => [tag, attributes])]);
});
