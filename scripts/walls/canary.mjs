// A tree that breaks every rule of .dependency-cruiser.cjs once, and one import next to each rule that must stay allowed.
// It exists only while the check runs. A checker that has gone blind finds nothing here, and that is how it is found out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** rule → its sentence, in the order of the configuration. */
export const reasons = Object.fromEntries(forbidden.map((rule) => [rule.name, rule.comment]));

const isStep = (name) => name.startsWith('street-') && name !== 'street-is-complete';
const street = [...Object.keys(reasons).filter(isStep), 'street-reports'].map((name) => name.slice('street-'.length));

/** rule → the file that breaks it and what that file imports. */
export const broken = {
  ...Object.fromEntries(
    street
      .slice(0, -1)
      .map((module, place) => [
        `street-${module}`,
        [`src/modules/${module}/rules/ahead.ts`, `src/modules/${street[place + 1]}/index.ts`],
      ]),
  ),
  'street-is-complete': ['src/app/lost.ts', 'src/modules/lost/index.ts'],
  'kernel-imports-nothing': ['src/kernel/reads.ts', 'node:fs'],
  'rules-see-plain-values': ['src/modules/registers/rules/serves.ts', 'src/modules/registers/server/intake.ts'],
  'rules-use-no-package': ['src/modules/registers/rules/reads.ts', 'node:child_process'],
  'rules-data-of-matching': ['src/modules/matching/rules/asks.ts', 'node:net'],
  'counter-is-neutral': ['src/modules/children/contract.ts', 'src/modules/children/server/index.ts'],
  'modules-have-doors': ['src/modules/matching/server/window.ts', 'src/modules/registers/rules/deep.ts'],
  'house-uses-doors': ['src/app/window.ts', 'src/modules/registers/rules/deep.ts'],
  'platform-knows-no-module': ['src/platform/knows.ts', 'src/modules/area/index.ts'],
  'web-and-server-apart': ['src/modules/casework/web/page.ts', 'src/modules/casework/server/index.ts'],
  'server-and-web-apart': ['src/modules/support/server/draws.ts', 'src/modules/support/web/index.ts'],
  'sql-in-stores': ['src/modules/papers/server/actions.ts', 'kysely'],
  'app-is-the-roof': ['src/platform/climbs.ts', 'src/app/wiring.ts'],
  'tools-stay-outside': ['src/app/plays.ts', 'src/tools/demo.ts'],
  'factories-stay-in-tests': ['src/app/invents.ts', 'src/modules/children/testing/factories.ts'],
  'no-circular': ['src/kernel/egg.ts', 'src/kernel/hen.ts'],
  'no-orphans': ['src/platform/forgotten.ts', undefined],
  'not-to-dev-dep': ['src/platform/borrows.ts', 'vitest'],
  'not-to-unresolvable': ['src/platform/imagines.ts', 'a-package-that-is-not-there'],
};

/** Imports that must pass, so that a rule which forbids too much is noticed too. */
export const allowed = [
  ['src/kernel/sum.ts', 'src/kernel/number.ts'],
  ['src/kernel/sum.test.ts', 'vitest'],
  ['src/modules/matching/rules/looks-back.ts', 'src/modules/registers/index.ts'],
  ['src/modules/matching/rules/sounds.ts', 'pinyin-pro'],
  ['src/modules/matching/index.ts', 'src/modules/matching/rules/sounds.ts'],
  ['src/modules/matching/server/index.ts', 'src/modules/registers/server/index.ts'],
  ['src/modules/papers/server/store.ts', 'kysely'],
  ['src/platform/reads.ts', 'node:fs'],
  ['src/app/cli.ts', 'src/tools/demo.ts'],
  ['src/app/serves.ts', 'src/modules/registers/server/index.ts'],
  ['src/app/phone/pages.ts', 'src/modules/matching/web/phone/index.ts'],
  ['src/modules/papers/index.ts', 'src/modules/papers/words.ts'],
  ['bench/compare.bench.ts', 'src/modules/matching/server/index.ts'],
];

/** Writes the tree, with stand-ins for the packages it names, into an empty folder. */
export function plantCanary(folder) {
  const files = new Map();
  const imports = [...Object.values(broken), ...allowed, ['src/kernel/hen.ts', 'src/kernel/egg.ts']];
  for (const [file] of imports) files.set(file, '');
  for (const [file, wanted] of imports) {
    if (wanted?.endsWith('.ts') && !files.has(wanted)) files.set(wanted, 'export {};\n');
    if (wanted) files.set(file, `${files.get(file)}${importLine(file, wanted)}\n`);
  }
  files.set(
    'package.json',
    JSON.stringify({ dependencies: { kysely: '1', 'pinyin-pro': '1' }, devDependencies: { vitest: '1' } }),
  );
  for (const name of ['kysely', 'pinyin-pro', 'vitest']) {
    files.set(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    files.set(`node_modules/${name}/index.js`, '');
  }
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** Own files are imported for their types only, which a checker overlooks most easily; packages for their values. */
function importLine(file, wanted) {
  return wanted.endsWith('.ts') ? `import type {} from '${specifier(file, wanted)}';` : `import '${wanted}';`;
}

function specifier(file, wanted) {
  const relative = path.posix.relative(path.posix.dirname(file), wanted).replace(/[.]ts$/, '');
  return relative.startsWith('.') ? relative : `./${relative}`;
}
