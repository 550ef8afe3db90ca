import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, root } from './build.mjs';

const bin = (name) => path.join(root, 'node_modules/.bin', name);

/** The checks that need no test runner; each is one line in the result. */
const checks = [
  ['types', bin('tsc'), ['-p', '.']],
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['walls', process.execPath, ['scripts/walls.mjs']],
  ['dead code', bin('knip'), ['--no-progress']],
];

export const commands = {
  async build() {
    await build();
    return 0;
  },

  async start() {
    await build();
    return run(process.execPath, ['dist/cli.js', 'demo', '--compare']);
  },

  async check() {
    return (await runChecks()).failed === 0 ? 0 : 1;
  },

  async test(args) {
    const gate = await runChecks();
    const tests = await runTests(args);
    console.log(
      `\n${gate.passed + tests.passed} passed, ${gate.failed + tests.failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ''}`,
    );
    return gate.failed + tests.failed === 0 ? 0 : 1;
  },

  async bench(args) {
    await build();
    const all = readdirSync(path.join(root, 'dist/bench')).filter((name) => name.endsWith('.bench.js'));
    const wanted = args.length === 0 ? all : all.filter((name) => args.some((arg) => name.startsWith(arg)));
    for (const name of wanted) {
      const code = await run(process.execPath, [path.join('dist/bench', name)]);
      if (code !== 0) return code;
    }
    return 0;
  },
};

async function runChecks() {
  await build();
  let failed = 0;
  for (const [name, command, args] of checks) {
    const code = await run(command, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) failed++;
  }
  return { passed: checks.length - failed, failed };
}

async function runTests(args) {
  const folder = path.join(root, 'node_modules/.cache/nol');
  const report = path.join(folder, 'tests.json');
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const code = await run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]);
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load has no tests to count: the runner's exit code still makes it a failure.
  const failed = numFailedTests + (code !== 0 && numFailedTests === 0 ? 1 : 0);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
