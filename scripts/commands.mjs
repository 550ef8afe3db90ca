import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { benchNames, build, buildIfStale, buildPagesIfStale, root } from './build.mjs';
import { inEmptyFolder } from './empty-folder.mjs';
import { leavingOut } from './left-out.mjs';
import { withPostgres } from './postgres.mjs';

/** The checks that need no test runner; each is one line in the result. Started by Node itself: no shell, no PATH. */
const checks = [
  ['types', packageFile('typescript/bin/tsc'), ['-p', '.']],
  ['types of the pages', packageFile('typescript/bin/tsc'), ['-p', 'tsconfig.web.json']],
  ['lint', packageFile('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '--max-diagnostics=200', '.']],
  ['walls', path.join(root, 'scripts/walls.mjs'), []],
  ['dead code', packageFile('knip/bin/knip.js'), ['--no-progress']],
];

/** Each answers with the exit code of the process. */
export const commands = {
  async build() {
    await build();
    return 0;
  },

  async start(args) {
    await buildIfStale();
    await buildPagesIfStale();
    return runNode('dist/cli.js', ['start', '--demo', ...args]);
  },

  async dev() {
    const { develop } = await import('./dev.mjs');
    return develop();
  },

  async 'demo:reset'(args) {
    await buildIfStale();
    return runNode('dist/cli.js', ['demo', '--reset', ...args]);
  },

  async check() {
    return (await runChecks()).failed === 0 ? 0 : 1;
  },

  /** With --postgres-15 only the tests that use a database, on a server of that version; see scripts/postgres.mjs. */
  async test(args) {
    if (args.includes('--postgres-15'))
      return testOnPostgres(
        15,
        args.filter((arg) => arg !== '--postgres-15'),
      );
    const gate = await runChecks();
    const tests = await runTests(args);
    return conclude({ ...tests, passed: gate.passed + tests.passed, failed: gate.failed + tests.failed });
  },

  async bench(args) {
    const wanted = benchNames().filter((name) => args.length === 0 || args.includes(name));
    if (wanted.length === 0) throw new Error(`no such benchmark; one of ${benchNames().join(', ')}`);
    await buildIfStale();
    await buildPagesIfStale();
    for (const name of wanted) {
      const code = await runNode(`dist/bench/${name}.js`, []);
      if (code !== 0) return code;
    }
    return 0;
  },
};

/**
 * Nothing that one PostgreSQL does and another does not: where row-level security is lifted, and where a process of ours is killed
 * again and again in the middle of an import, the same queries run as in the others.
 */
const nothingOfPostgres = ['src/app/matrix-queries.db.test.ts', 'src/modules/registers/server/killed-import.db.test.ts'];

function testOnPostgres(major, paths) {
  const all = { args: ['.db.test.ts'], environment: leavingOut(nothingOfPostgres) };
  const { args, environment } = paths.length > 0 ? { args: paths, environment: {} } : all;
  return withPostgres(major, async (server) => conclude(await runTests(args, { ...server, ...environment })));
}

/** The last line of every run of tests. */
function conclude({ passed, failed, skipped }) {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
}

async function runChecks() {
  let failed = 0;
  for (const [name, program, args] of checks) {
    const code = await runNode(program, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) failed++;
  }
  return { passed: checks.length - failed, failed };
}

/** Runs Vitest and counts from its report, which lies outside the checkout: node_modules may belong to somebody else. */
async function runTests(args, environment = {}) {
  return inEmptyFolder(async (folder) => {
    const report = path.join(folder, 'tests.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const vitest = ['run', '--configLoader=runner', ...reporters, ...args];
    const code = await runNode(packageFile('vitest/vitest.mjs'), vitest, environment);
    const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
    const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = counts;
    // A file that does not load has no tests to count: the runner's exit code still makes it a failure.
    const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
    return { passed, failed, skipped: numPendingTests + numTodoTests };
  });
}

function packageFile(file) {
  return path.join(root, 'node_modules', file);
}

function runNode(program, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit', env });
    // Ctrl-C reaches both of us; who stops us alone means the program. Either way we end when it has put its things in order.
    const signals = { SIGINT: () => undefined, SIGTERM: () => child.kill('SIGTERM') };
    for (const [name, heard] of Object.entries(signals)) process.on(name, heard);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const [name, heard] of Object.entries(signals)) process.off(name, heard);
      resolve(signal === 'SIGINT' ? 130 : (code ?? 1));
    });
  });
}
