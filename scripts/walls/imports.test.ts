import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inEmptyFolder } from '../empty-folder.mjs';
import { ownFaults } from './imports.mjs';

const faultsOf = (files: Record<string, string>): Promise<string[]> =>
  inEmptyFolder((folder: string) => {
    for (const [file, text] of Object.entries({ 'package.json': '{}', ...files })) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    return ownFaults(folder);
  });

it('says which import is forbidden and why', async () => {
  const files = { 'src/app/wiring.ts': 'export {};\n', 'src/kernel/day.ts': "import type {} from '../app/wiring';\n" };
  expect((await faultsOf(files)).join('\n')).toContain(
    'src/kernel/day.ts → src/app/wiring.ts\n    kernel-imports-nothing: The kernel is plain values',
  );
});

it('is silent where every import is allowed', async () => {
  const files = { 'src/kernel/day.ts': 'export {};\n', 'src/app/cli.ts': "import '../kernel/day';\n" };
  expect(await faultsOf(files)).toEqual([]);
});

it('takes a folder without any module for a fault and not for a success', async () => {
  expect(await faultsOf({ 'src/readme.txt': '' })).toEqual(['dependency-cruiser saw no module at all']);
});
