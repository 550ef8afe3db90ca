import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildPages } from './build-web.mjs';
import { filesBelow, root } from './files.mjs';

it('builds the pages anew after a change of any style, also of one that several pages share', async () => {
  await buildPages();
  const known = JSON.parse(readFileSync(path.join(root, 'dist/web-sources.json'), 'utf8'));
  const styles = filesBelow(path.join(root, 'src')).filter((file) => file.endsWith('.css'));
  expect(known).toEqual(expect.arrayContaining(styles.map((file) => path.relative(root, file))));
});
