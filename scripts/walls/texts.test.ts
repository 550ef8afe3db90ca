import { describe, expect, it } from 'vitest';
import { root } from '../build.mjs';
import { commandFaults, decisionFaults, linkFaults, lockFaults, machineFaults } from './texts.mjs';

describe('links', () => {
  it('must lead to a file that is there', () => {
    const text = '[yes](package.json) [no](docs/never-written.md) [outside](https://example.org/x) `[code](no.md)`';
    expect(linkFaults(root, 'README.md', text)).toEqual(['README.md links to docs/never-written.md, which is not there']);
  });

  it('are read from the folder of the document', () => {
    expect(linkFaults(root, 'docs/page.md', '[up](../package.json) [here](package.json)')).toHaveLength(1);
  });

  it('must lead to a heading of the file', () => {
    expect(linkFaults(root, 'CONTRIBUTING.md', '[no](README.md#no-such-heading)')).toHaveLength(1);
  });
});

it('lets documents name only commands that exist', () => {
  expect(commandFaults('README.md', 'npm test, npm run check, npm run fly', ['test', 'check'])).toEqual([
    'README.md names "npm run fly", which package.json does not have',
  ]);
});

it('finds the path of somebody’s machine, and not a path inside the project', () => {
  const home = ['', 'home', 'li', 'nol'].join('/');
  const windows = ['C:', 'Users', 'li'].join('\\');
  expect(machineFaults('a.ts', `cd ${home}; dir ${windows}`)).toHaveLength(2);
  expect(machineFaults('a.ts', 'src/home/page.ts and https://example.org/root/list and ./root/x')).toEqual([]);
});

describe('decisions', () => {
  const whole = [
    '# Why\n',
    'Date: 2026-01-31',
    'Status: accepted\n',
    ...['Situation', 'Choice', 'Price', 'Sign we were wrong'].map((part) => `## ${part}\n`),
  ].join('\n');

  it('are numbered without a gap or a double', () => {
    const files = ['0001-a', '0002-b', '0002-c', '0004-d'].map((name) => `docs/decisions/${name}.md`);
    expect(decisionFaults(files, () => whole)).toEqual([
      'docs/decisions/0002-c.md should be number 3 (numbers run without gaps or doubles)',
    ]);
    expect(decisionFaults(files.toSpliced(1, 2), () => whole)).toHaveLength(1);
  });

  it('each have a date, a status and four parts', () => {
    expect(decisionFaults(['docs/decisions/0001-a.md'], () => whole.replace('## Price', '## Prize'))).toEqual([
      'docs/decisions/0001-a.md lacks ^## Price$',
    ]);
    expect(decisionFaults(['docs/decisions/notes.md'], () => whole)).toEqual([
      'docs/decisions/notes.md is not named like 0007-why-so.md',
    ]);
  });
});

it('keeps the address of a registry out of the lock file', () => {
  const lock = (entry: object) => JSON.stringify({ packages: { '': {}, 'node_modules/a': entry } });
  expect(lockFaults(lock({ version: '1.0.0' }))).toEqual([]);
  expect(lockFaults(lock({ version: '1.0.0', resolved: 'https://example.org/a.tgz' }))).toHaveLength(1);
});
